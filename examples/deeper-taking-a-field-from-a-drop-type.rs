struct Letter(Option<String>);

impl Drop for Letter {
    fn drop(&mut self) {
        println!("still inside: {:?}", self.0);
    }
}

fn main() {
    let mut letter = Letter(Some(String::from("hello")));
    let text = letter.0.take();
    drop(letter);
    println!("{text:?}");
}
