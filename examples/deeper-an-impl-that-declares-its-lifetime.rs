struct Excerpt<'a>(&'a str);

impl<'a> Excerpt<'a> {
    fn text(&self) -> &'a str {
        self.0
    }
}

fn main() {
    println!("{}", Excerpt("cake").text());
}
