fn twice(mut work: impl FnMut(u32)) {
    work(1); //~ work: RWO
    work(2); //~ work: RWO
} //~ work: RWO

fn main() {
    let mut log = Vec::new();
    twice(move |line| { //~ log: RWO
        log.push(line); //~ log: RW-, line: R-C
        println!("{log:?}"); //~ log: RW-, line: R-C
    });
    println!("done"); //~ log: ---
} //~ log: ---
