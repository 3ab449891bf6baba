//! before line 13, first leads to the block of `head`
//! before line 14, first leads to the block of `head`
//! before line 14, second leads to the block of `head.next`
//! before line 15, first leads to the freed block of `head`
//! before line 15, second leads to the block of `head`
//! before line 16, first leads to the freed block of `head`
//! before line 16, second leads to the block of `head`
struct Node { value: u32, next: Option<Box<Node>> }
fn main() {
    let tail = Box::new(Node { value: 2, next: None });
    let mut head = Box::new(Node { value: 1, next: Some(tail) });
    let first = &raw const head.value;
    let second = &raw const head.next.as_ref().unwrap().value;
    head = head.next.take().unwrap();
    println!("{}", head.value);
    println!("{} {}", unsafe { *second }, first.is_null());
}
