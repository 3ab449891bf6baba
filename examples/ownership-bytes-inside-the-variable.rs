use std::ptr::addr_eq;

fn main() {
    let array = [7_u8; 5];
    let text = String::from("bread");

    println!("array: {}", addr_eq(&array, array.as_ptr()));
    println!("text: {}", addr_eq(&text, text.as_ptr()));
}
