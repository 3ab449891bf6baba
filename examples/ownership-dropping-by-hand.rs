use std::mem::ManuallyDrop;

struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let hall = ManuallyDrop::new(Ticket("hall"));
    let _balcony = ManuallyDrop::new(Ticket("balcony"));
    drop(ManuallyDrop::into_inner(hall));
}
