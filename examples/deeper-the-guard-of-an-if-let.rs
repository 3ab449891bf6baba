struct Desk(Option<u8>);

impl Drop for Desk {
    fn drop(&mut self) {
        println!("the desk closes");
    }
}

fn main() {
    if let Some(row) = Desk(None).0 {
        println!("row {row}");
    } else {
        println!("no seat");
    }
}
