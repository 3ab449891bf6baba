struct Node {
    value: u32,
    next: Option<Box<Node>>,
}
fn main() {
    let tail = Box::new(Node { value: 2, next: None }); //? nothing
    let mut head = Box::new(Node { value: 1, next: None }); //? nothing
    head.next = Some(tail); //? head.next: W, tail: O
    head.value += 1; //? head.value: W
    if let Some(next) = &head.next { //? head.next: R
        println!("{} {}", head.value, next.value); //? head.value: R, next.value: R
    }
}
