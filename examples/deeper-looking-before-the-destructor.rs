struct Draft<'a>(&'a mut String);

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        *self.0 = String::new();
    }
}

fn main() {
    let mut page = String::from("tea");
    let draft = Draft(&mut page);
    let text: &str = draft.0;
    println!("{text}");
}
