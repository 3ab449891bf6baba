struct Sign(&'static str);

impl Drop for Sign {
    fn drop(&mut self) {
        println!("the {} sign comes down", self.0);
    }
}

static DOOR: Sign = Sign("door");

fn main() {
    let desk = Sign("desk");
    println!("signs: {}, {}", DOOR.0, desk.0);
}
