struct Letter(String);

impl Drop for Letter {
    fn drop(&mut self) {
        println!("shredding {}", self.0);
    }
}

fn main() {
    let letter = Letter(String::from("hello"));
    let text = unsafe { std::ptr::read(&letter.0) };
    println!("{text}");
}
