fn main() {
    let mut log = vec![1]; //? nothing
    let writer = &mut log; //? log: W
    let mut note = |line| writer.push(line); //? *writer: W
    note(2); //? note: W
    writer.push(3); //? *writer: W
    println!("{log:?}"); //? log: R
}
