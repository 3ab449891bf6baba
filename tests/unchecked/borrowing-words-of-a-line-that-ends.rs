fn main() {
    let mut words = Vec::new();
    {
        let line = String::from("tea for two");
        words.extend(unsafe { &*&raw const *line }.split(' '));
    }
    println!("{words:?}");
}
