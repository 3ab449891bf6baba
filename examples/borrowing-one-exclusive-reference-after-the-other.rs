fn main() {
    let mut playlist = vec![String::from("Blue"), String::from("River")];
    let first = &mut playlist[0];
    first.push_str(" (live)");
    println!("{first}");
    let all = &mut playlist;
    all.clear();
    println!("{all:?}");
}
