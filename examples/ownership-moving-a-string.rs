fn main() {
    let s1 = String::from("hello");
    let s2 = s1;

    // s1 is no longer valid here
    println!("{}", s2);
}
