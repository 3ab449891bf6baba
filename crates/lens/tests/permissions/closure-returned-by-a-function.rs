fn counter(start: u32) -> impl FnMut() -> u32 {
    let mut count = start; //~ start: R-C
    return move || { //~ start: R-C, count: RWC
        count += 1; //~ count: RWC
        return count; //~ count: RWC
    };
}
fn main() {
    let mut next = counter(3);
    println!("{}", next()); //~ next: RWO
    let mut other = next; //~ next: RWO
    println!("{}", other()); //~ next: ---, other: RWO
} //~ next: ---, other: RWO
