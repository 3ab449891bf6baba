fn doubled(number: u32) -> u32 {
    number * 2 //? number: R
}
fn main() {
    let change: fn(u32) -> u32 = doubled; //? nothing
    let size = 4; //? nothing
    println!("{}", change(size)); //? change: R, size: R
}
