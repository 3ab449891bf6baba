use std::io::{BufWriter, Cursor, Write};

fn main() {
    let disk = Cursor::new([0; 4]);
    let mut log = BufWriter::new(disk);
    println!("written: {}", log.write_all(b"door opened").is_ok());
    println!("saved: {}", log.flush().is_ok());
}
