struct Draft<'a>(&'a mut String);

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        *self.0 = String::new();
    }
}

fn finish<'a>(draft: Draft<'a>) -> &'a str {
    &draft.0[..]
}

fn main() {
    println!("{}", finish(Draft(&mut String::from("tea"))));
}
