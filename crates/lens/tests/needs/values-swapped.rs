fn main() {
    let mut front = String::from("a"); //? nothing
    let mut back = String::from("b"); //? nothing
    std::mem::swap(&mut front, &mut back); //? front: W, back: W
    println!("{front} {back}"); //? front: R, back: R
}
