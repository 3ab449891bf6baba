struct Excerpt<'a>(&'a str);

impl Excerpt<'a> {
    fn text(&self) -> &str {
        self.0
    }
}

fn main() {
    println!("{}", Excerpt("cake").text());
}
