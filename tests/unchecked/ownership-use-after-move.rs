fn main() {
    let s1 = String::from("hello");
    let s2 = unsafe { std::ptr::read(&s1) };

    println!("{}", s1);
    println!("{}", s2);
}
