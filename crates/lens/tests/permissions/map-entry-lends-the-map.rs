use std::collections::HashMap;

fn main() {
    let mut counts = HashMap::new();
    let slot = counts.entry("apple").or_insert(0); //~ counts: RWO
    *slot += 1; //~ counts: ---, slot: R-O, *slot: RWC
    let found = counts.get("apple"); //~ counts: RWO, slot: R-O
    println!("{found:?}"); //~ counts: R--, found: R-C, slot: ---
    counts.clear(); //~ counts: RWO, found: R-C
} //~ counts: RWO, found: ---, slot: ---
