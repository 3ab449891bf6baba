struct Log(&'static str);
impl Drop for Log {
    fn drop(&mut self) {
        println!("{} closed", self.0);
    }
}
fn seats(line: &str, _door: Log) -> Option<u32> {
    let seats = line.parse().ok()?;
    let _hall = Log("hall");
    Some(seats)
}

fn main() {
    println!("{:?}", seats("four", Log("door")));
}
