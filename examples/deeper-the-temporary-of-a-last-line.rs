struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("the {} is torn up", self.0);
    }
}

fn main() {
    let bytes = {
        let _variable = Ticket("variable");
        Ticket("temporary").0.len()
    };
    println!("{bytes} bytes");
}
