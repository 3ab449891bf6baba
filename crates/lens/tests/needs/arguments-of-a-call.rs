fn record(log: &mut Vec<u32>, label: &str, count: u32) {
    println!("{label}"); //? label: R
    log.push(count); //? *log: W, count: R
}
fn main() {
    let mut log = Vec::new(); //? nothing
    let label = String::from("hits"); //? nothing
    let count = 3; //? nothing
    record(&mut log, &label, count); //? log: W, label: R, count: R
    println!("{log:?}"); //? log: R
}
