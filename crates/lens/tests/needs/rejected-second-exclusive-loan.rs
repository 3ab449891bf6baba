// rustc rejects it: E0499
fn main() {
    let mut queue = vec![1]; //? nothing
    let first = &mut queue; //? queue: W
    let second = &mut queue; //? queue: W
    first.push(2); //? *first: W
    second.push(3); //? *second: W
}
