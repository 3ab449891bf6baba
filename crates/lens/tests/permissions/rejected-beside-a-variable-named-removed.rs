// rustc rejects it: E0382
fn main() {
    let mut list = vec![String::new()];
    let removed = list.remove(0); //~ list: RWO
    println!("{removed}"); //~ list: RWO, removed: R-O
    drop(list); //~ list: RWO, removed: R-O
    println!("{list:?}"); //~ list: ---, removed: R-O
    println!("{list:?} {removed}"); //~ list: ---, removed: R-O
} //~ list: ---, removed: R-O
