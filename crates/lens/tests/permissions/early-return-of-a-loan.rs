fn pick(items: &mut Vec<String>, at: usize) -> &mut String {
    if at < items.len() { //~ items: R-O, *items: RW-, at: R-C
        let found = &mut items[at]; //~ items: R-O, *items: RW-
        found.push('!'); //~ items: ---, *items: ---, found: R-O, *found: RW-
        return found; //~ items: ---, found: R-O
    }
    items.push(String::from("new")); //~ items: R-O, *items: RW-, at: R-C
    return items.last_mut().unwrap(); //~ items: R-O, *items: RW-
}

fn main() {
    let mut items = vec![String::from("a")];
    let item = pick(&mut items, 0); //~ items: RWO
    println!("{item}"); //~ items: ---, item: R-O, *item: RW-
} //~ items: RWO, item: R-O
