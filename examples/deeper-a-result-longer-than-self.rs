struct Words<'a>(&'a str);

impl<'a> Words<'a> {
    fn first(&self) -> &'a str {
        self.0.split(' ').next().unwrap_or("")
    }
}

fn main() {
    let line = String::from("tea and cake");
    let first = Words(&line).first();
    println!("{first}");
}
