struct Node {
    value: u32,
    next: Option<Box<Node>>,
}

fn main() {
    let mut list = Node { value: 1, next: Some(Box::new(Node { value: 2, next: None })) };
    let mut current = &mut list;
    while let Some(ref mut next) = current.next { //~ current: RWO
        current = next; //~ current: ---, next: R-O
        current.value += 1; //~ current: RW-
    } //~ current: RW-
    println!("{}", list.value); //~ list: RWO
}
