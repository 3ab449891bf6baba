struct Log;
impl Drop for Log {
    fn drop(&mut self) {
        println!("log released");
    }
}
fn count_seats(line: &str, _log: Log) -> Option<u32> {
    let seats: u32 = line.parse().ok()?;
    Some(seats * 2)
}

fn main() {
    println!("{:?}", count_seats("4", Log));
    println!("{:?}", count_seats("four", Log));
}
