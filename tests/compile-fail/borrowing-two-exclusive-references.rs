fn main() {
    let mut playlist = vec![String::from("Blue"), String::from("River")];
    let first = &mut playlist[0];
    let all = &mut playlist;
    all.clear();
    first.push_str(" (live)");
    println!("{all:?}");
}
