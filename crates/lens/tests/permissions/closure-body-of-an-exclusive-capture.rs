fn main() {
    let mut log = Vec::new();
    let mut note = |line: u32| { //~ log: RWO
        let size = log.len(); //~ log: RW-, line: R-C
        log.push(line); //~ log: RW-, size: R-C
        println!("{log:?} {size}"); //~ log: RW-, size: R-C
    };
    note(4); //~ log: ---, note: RWO
    log.push(5); //~ log: RWO, note: RWO
    println!("{log:?}"); //~ log: RWO, note: ---
}
