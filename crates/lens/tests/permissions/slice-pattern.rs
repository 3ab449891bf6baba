fn swap_ends(items: &mut [u8]) {
    if let [first, .., last] = items { //~ items: R-O, *items: RW-
        *first += 1; //~ items: ---, *items: ---, first: R-O, *first: RWC, last: R-O
        std::mem::swap(first, last); //~ items: ---, first: R-O, *last: RWC
    } //~ items: R-O, *items: RW-, first: R-O
    items[0] += 1; //~ items: R-O, *items: RW-
} //~ items: R-O

fn main() {
    let mut bytes = [1, 2, 3];
    swap_ends(&mut bytes); //~ bytes: RWC
    println!("{bytes:?}"); //~ bytes: RWC
}
