static mut SOLD: u32 = 0;

fn main() {
    SOLD += 1;
    println!("one more seat is sold");
}
