fn main() {
    let mut left = 3; //? nothing
    while left > 0 { //? left: R
        left -= 1; //? left: W
    }
    println!("{left}"); //? left: R
}
