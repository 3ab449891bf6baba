fn main() {
    let mut names = vec![String::from("x")];
    let writer = &mut names; //~ names: RWO
    let reader = &*writer; //~ names: ---, writer: R-O, *writer: RW-
    println!("{}", reader.len()); //~ names: ---, writer: R--, *writer: R--, reader: R-C
    writer.push(String::from("y")); //~ writer: R-O, *writer: RW-, reader: R-C, *reader: R--
    println!("{}", names.len()); //~ names: RWO, writer: R-O, reader: ---
} //~ names: RWO, writer: ---, reader: ---
