fn largest<T: PartialOrd + Copy>(items: &[T], floor: T) -> T {
    let mut best = floor; //~ items: R-C, *items: R--, floor: R-C
    for item in items { //~ items: R-C, floor: R-C, best: RWC
        if *item > best { //~ items: R-C, item: R-C, *item: R-C, best: RWC
            best = *item; //~ item: R-C, *item: R-C, best: RWC
        } //~ item: R-C, best: RWC
    }
    return best; //~ items: R-C, floor: R-C, best: RWC
}

fn main() {
    let sizes = vec![3, 9];
    println!("{}", largest(&sizes, 0)); //~ sizes: R-O
} //~ sizes: R-O
