struct Seal;

impl Drop for Seal {
    fn drop(&mut self) {
        println!("the seal breaks");
    }
}

struct Letter(String, Seal);

fn main() {
    let letter = Letter(String::from("hello"), Seal);
    let text = letter.0;
    println!("{text}");
}
