fn main() {
    let size = 3;
    {
        let item = String::from("a");
        println!("{item} {size}"); //~ item: R-O, size: R-C
        drop(item); //~ item: R-O
    } //~ item: ---, size: R-C
    {
        let mut item = size;
        item += 1; //~ item: RWC, size: R-C
        println!("{item}"); //~ item: RWC
    } //~ item: RWC
} //~ size: R-C
