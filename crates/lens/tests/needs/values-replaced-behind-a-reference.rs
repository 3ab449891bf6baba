fn flush(buffer: &mut Vec<u32>, spare: Vec<u32>) -> Vec<u32> {
    std::mem::replace(buffer, spare) //? *buffer: W, spare: O
}
fn main() {
    let mut buffer = vec![1]; //? nothing
    let spare = Vec::new(); //? nothing
    let full = flush(&mut buffer, spare); //? buffer: W, spare: O
    let rest = std::mem::take(&mut buffer); //? buffer: W
    println!("{full:?} {rest:?}"); //? full: R, rest: R
}
