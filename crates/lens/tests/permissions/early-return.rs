fn store(name: String, limit: usize) -> usize {
    if name.is_empty() { //~ name: R-O, limit: R-C
        drop(name); //~ name: R-O, limit: R-C
        return limit; //~ name: ---, limit: R-C
    }
    let kept = name; //~ name: R-O
    println!("{kept}"); //~ name: ---, kept: R-O
    return kept.len() + limit; //~ name: ---, kept: R-O, limit: R-C
}

fn main() {
    let name = String::from("ada");
    let used = store(name, 8); //~ name: R-O
    println!("{used}"); //~ name: ---, used: R-C
}
