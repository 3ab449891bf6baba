fn main() {
    let mut log = vec![1];
    let writer = &mut log; //~ log: RWO
    let mut note = |line: u32| { //~ writer: R-O, *writer: RW-
        writer.push(line); //~ *writer: RW-, line: R-C
        println!("{line}"); //~ *writer: RW-, line: R-C
    };
    note(2); //~ log: ---, writer: ---, *writer: ---, note: RWO
    writer.push(3); //~ log: ---, writer: R-O, *writer: RW-, note: RWO
    println!("{log:?}"); //~ log: RWO, writer: R-O, note: ---
} //~ log: RWO, writer: ---
