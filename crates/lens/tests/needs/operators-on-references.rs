fn add_up(left: &u32, right: &u32) -> u32 {
    if left == right { //? left: R, right: R
        return *left + *right; //? *left: R, *right: R
    }
    left + right //? left: R, right: R
}
fn main() {
    let size = 4; //? nothing
    println!("{}", add_up(&size, &5)); //? size: R
}
