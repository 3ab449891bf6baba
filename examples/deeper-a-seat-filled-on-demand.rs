fn main() {
    let mut seat = None;
    let name = seat.get_or_insert_with(|| String::from("Ada"));
    name.push_str(" L.");
    seat.get_or_insert_with(|| String::from("Grace"));
    println!("{seat:?}");
}
