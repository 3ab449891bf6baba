struct Node {
    value: u32,
    next: Option<Box<Node>>,
}

fn main() {
    let mut head = Some(Box::new(Node { value: 1, next: None }));
    while let Some(node) = head { //~ head: RWO
        println!("{}", node.value); //~ head: ---, node: R-O, *node: R-O
        head = node.next; //~ head: ---, node: R-O, *node: R-O
    } //~ head: RW-, node: ---, *node: ---
    println!("{}", head.is_none()); //~ head: RWO
} //~ head: RWO
