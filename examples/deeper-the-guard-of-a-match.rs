struct Desk(Option<u8>);

impl Drop for Desk {
    fn drop(&mut self) {
        println!("the desk closes");
    }
}

fn main() {
    match Desk(Some(7)).0 {
        Some(row) => println!("row {row}"),
        None => println!("no seat"),
    }
    println!("the film begins");
}
