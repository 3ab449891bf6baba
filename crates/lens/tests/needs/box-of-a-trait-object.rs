fn main() {
    let limit = 3; //? nothing
    let small: Box<dyn Fn(u32) -> bool> = Box::new(move |size| size < limit); //? limit: R
    println!("{}", small(2)); //? small: R
}
