#[derive(Clone, Copy)]
struct Gate(u8);

impl Drop for Gate {
    fn drop(&mut self) {
        println!("gate {} closes", self.0);
    }
}

fn main() {
    let north = Gate(4);
    let exit = north;
    println!("gates {} and {}", north.0, exit.0);
}
