fn wrap<T>(value: T) -> Vec<T> {
    let mut boxed = Vec::new(); //~ value: R-O
    boxed.push(value); //~ value: R-O, boxed: RWO
    return boxed; //~ value: ---, boxed: RWO
}

fn main() {
    let name = String::from("a");
    let names = wrap(name); //~ name: R-O
    println!("{}", names.len()); //~ name: ---, names: R-O
} //~ name: ---, names: R-O
