// rustc rejects it: E0502
fn main() {
    let mut log = vec![1];
    let mut note = |line| log.push(line); //~ log: RWO
    println!("{log:?}"); //~ log: ---, note: RWO
    note(2); //~ log: ---, note: RWO
    println!("{log:?}"); //~ log: RWO, note: RWO
} //~ log: RWO, note: ---
