fn main() {
    let mut total = vec![1, 2];
    {
        let total = &mut total; //~ total: RWO
        total.push(3); //~ total: R-O, *total: RW-
        println!("{}", total.len()); //~ total: R-O, *total: RW-
    } //~ total: R-O, *total: RW-
    total.push(4); //~ total: RWO
} //~ total: RWO
