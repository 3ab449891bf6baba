fn main() {
    let mut queue = vec![String::from("one"), String::from("two")];
    let last = queue.last_mut().unwrap(); //~ queue: RWO
    last.push('!'); //~ queue: ---, last: R-O, *last: RW-
    let first = &queue[0]; //~ queue: RWO, last: R-O
    println!("{first}"); //~ queue: R--, first: R-C, *first: R--, last: ---
    queue.clear(); //~ queue: RWO, first: R-C, last: ---
} //~ queue: RWO, first: ---
