struct Log(&'static str);

impl Drop for Log {
    fn drop(&mut self) {
        println!("{} closed", self.0);
    }
}

fn seats(line: &str) -> Option<u32> {
    let _door = Log("door");
    let number = line.parse().ok()?;
    let _hall = Log("hall");
    Some(number)
}

fn main() {
    println!("{:?}", seats("four"));
}
