fn main() {
    let minutes = 42;
    let title = String::from("Blue");
    let m = &minutes;
    let t = &title;
    let nested = &t;

    println!("{}", *m + 1);
    println!("{} {}", t.len(), String::len(t));
    println!("{} {nested}", nested.len());
    assert_eq!(t, &title);
}
