fn main() {
    let s1 = String::from("hello");
    let s2 = s1.clone();

    println!("same buffer: {}", s1.as_ptr() == s2.as_ptr());
    println!("{s1} and {s2}");
}
