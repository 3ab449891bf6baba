fn main() {
    let crate_label = Box::new(String::from("fragile"));
    println!("{crate_label}"); //~ crate_label: R-O, *crate_label: R-O
    let mut opened = crate_label; //~ crate_label: R-O, *crate_label: R-O
    opened.push('!'); //~ crate_label: ---, *crate_label: ---, opened: RWO, *opened: RWO
    println!("{opened}"); //~ opened: RWO, *opened: RWO
} //~ crate_label: ---, opened: RWO
