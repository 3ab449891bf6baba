struct Label<'a>(&'a str);

impl Drop for Label<'_> {
    fn drop(&mut self) {
        println!("{} comes off", self.0);
    }
}

fn main() {
    let name = String::from("tea");
    let label = Label(&name);
    println!("the jar says {}", label.0);
}
