fn heading() -> *const String {
    let text = String::from("Shopping");
    &raw const text
}

fn main() {
    println!("{}", unsafe { &*heading() });
}
