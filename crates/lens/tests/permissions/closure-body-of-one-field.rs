fn main() {
    let mut entry = (String::from("tea"), 3);
    let mut sell = || { //~ entry: RWO, entry.0: RWO, entry.1: RWC
        entry.1 -= 1; //~ entry.1: RWC
        println!("sold"); //~ entry.1: RWC
    };
    sell(); //~ entry: ---, entry.0: RWO, entry.1: ---, sell: RWO
    entry.0.push('!'); //~ entry: ---, entry.0: RWO, entry.1: ---
    sell(); //~ entry: ---, entry.0: RWO, sell: RWO
    println!("{entry:?}"); //~ entry: RWO, entry.0: RWO, entry.1: RWC, sell: RWO
}
