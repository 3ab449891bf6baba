struct Gate(u8);

impl Drop for Gate {
    fn drop(&mut self) {
        println!("gate {} closes", self.0);
    }
}

fn main() {
    let north = Gate(4);
    let number = north.0;
    let exit = north;
    println!("gate {} is number {number}", exit.0);
}
