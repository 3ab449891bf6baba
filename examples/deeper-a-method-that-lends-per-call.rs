struct Printer(String);

impl Printer {
    fn next(&mut self) -> &str {
        self.0.push('*');
        &self.0
    }
}

fn main() {
    let mut printer = Printer(String::new());
    println!("{}", printer.next());
    println!("{}", printer.next());
}
