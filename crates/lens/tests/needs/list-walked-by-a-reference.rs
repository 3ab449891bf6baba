struct Node {
    value: u32,
    next: Option<Box<Node>>,
}
fn last(mut node: &Node) -> u32 {
    while let Some(next) = &node.next { //? node.next: R
        node = next; //? node: W, **next: R
    }
    node.value //? node.value: R
}
fn main() {
    let tail = Node { value: 2, next: None }; //? nothing
    println!("{}", last(&Node { value: 1, next: Some(Box::new(tail)) })); //? tail: O
}
