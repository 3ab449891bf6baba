use std::mem;

struct Buffer {
    bytes: Vec<u8>,
}

impl Buffer {
    fn flush(&mut self) -> Vec<u8> {
        let full = mem::replace(&mut self.bytes, Vec::new()); //~ self: R-O, *self: RW-
        self.bytes.push(0); //~ self: R-O, *self: RW-, full: R-O
        return full; //~ self: R-O, *self: RW-, full: R-O
    }
}

fn main() {
    let mut buffer = Buffer { bytes: vec![1] };
    let full = buffer.flush(); //~ buffer: RWO, buffer.bytes: RWO
    println!("{} {}", full.len(), buffer.bytes.len()); //~ buffer: RWO, full: R-O
} //~ buffer: RWO, full: R-O
