fn main() {
    let mut queue = vec![3, 1];
    let mut total = 0; //~ queue: RWO
    loop { //~ queue: RWO, total: RWC
        let Some(next) = queue.pop() else { //~ total: RWC
            break; //~ queue: RWO, total: RWC
        };
        total += next; //~ next: R-C, total: RWC
    } //~ next: R-C, total: RWC
    println!("{total} {}", queue.len()); //~ queue: RWO, total: RWC
} //~ queue: RWO, total: RWC
