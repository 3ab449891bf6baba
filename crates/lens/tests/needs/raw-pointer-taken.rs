fn main() {
    let mut size = 3; //? nothing
    let place = &raw mut size; //? size: W
    unsafe { //? nothing
        *place = 4; //? *place: W
    }
    println!("{size}"); //? size: R
}
