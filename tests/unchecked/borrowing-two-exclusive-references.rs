fn main() {
    let mut playlist = vec![String::from("Blue"), String::from("River")];
    let first = &raw mut playlist[0];
    let all = &raw mut playlist;
    unsafe { (*all).clear() };
    unsafe { (*first).push_str(" (live)") };
    println!("{:?}", unsafe { &*all });
}
