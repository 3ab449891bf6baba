fn main() {
    let mut log = String::new();
    let writer = &mut log; //~ log: RWO
    let heir = writer; //~ log: ---, writer: R-O, *writer: RW-
    heir.push('x'); //~ log: ---, writer: ---, *writer: ---, heir: R-O, *heir: RW-
    println!("{log}"); //~ log: RWO, writer: ---, heir: R-O
} //~ log: RWO, writer: ---, heir: ---
