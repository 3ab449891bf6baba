fn main() {
    let song = String::from("River");
    let first = &song;
    let second = first;

    println!("{first}, {second}");
    assert!(std::ptr::eq(first, second));
    println!("owned by the caller still: {song}");
}
