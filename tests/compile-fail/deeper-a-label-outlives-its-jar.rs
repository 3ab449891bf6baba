struct Label<'a>(&'a str);

impl Drop for Label<'_> {
    fn drop(&mut self) {
        println!("{} comes off", self.0);
    }
}

fn main() {
    let label;
    let name = String::from("tea");
    label = Label(&name);
    println!("the jar says {}", label.0);
}
