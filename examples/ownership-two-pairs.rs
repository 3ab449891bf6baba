fn main() {
    let point = (3, 4);
    let named = (3, String::from("gate"));
    let other = point;
    let moved = named;
    println!("{} {} {}", point.0, other.1, moved.1);
}
