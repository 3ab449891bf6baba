struct Gate(u8);

impl Drop for Gate {
    fn drop(&mut self) {
        println!("gate {} closes", self.0);
    }
}

fn main() {
    let north = Gate(4);
    let exit = north;
    println!("gate {}, {} byte", exit.0, size_of_val(&exit));
}
