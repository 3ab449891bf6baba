fn swapped((left, right): (String, u32)) -> (u32, String) {
    (right, left) //? right: R, left: O
}
fn main() {
    let pair = (String::from("a"), 1); //? nothing
    println!("{:?}", swapped(pair)); //? pair: O
}
