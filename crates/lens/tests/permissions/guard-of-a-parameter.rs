use std::sync::Mutex;
fn note(log: &Mutex<Vec<u32>>, line: u32) -> usize {
    let mut lines = log.lock().unwrap(); //~ log: R-C, *log: R--, line: R-C
    lines.push(line); //~ log: R-C, *log: R--, lines: RWO
    return lines.len(); //~ log: R-C, *log: R--, lines: RWO
}
fn main() {
    let log = Mutex::new(vec![1]);
    let size = note(&log, 2); //~ log: R-O
    println!("{size}"); //~ log: R-O, size: R-C
} //~ log: R-O
