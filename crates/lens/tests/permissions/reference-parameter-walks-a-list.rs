struct Node {
    next: Option<Box<Node>>,
}

fn append(head: &mut Node) {
    let mut last = head; //~ head: R-O, *head: RW-
    while last.next.is_some() { //~ head: ---, *head: ---, last: RWO, *last: RW-
        last = last.next.as_mut().unwrap(); //~ head: ---, last: RWO, *last: RW-
    }
    last.next = Some(Box::new(Node { next: None })); //~ head: ---, last: RWO, *last: RW-
} //~ last: RWO, *last: RW-

fn main() {
    let mut list = Node { next: None };
    append(&mut list); //~ list: RWO, list.next: RWO
    println!("{}", list.next.is_some()); //~ list: RWO
} //~ list: RWO
