use std::mem;

fn main() {
    let mut basket = vec!["bread", "milk"];
    let paid = mem::take(&mut basket);
    basket.push("eggs");
    println!("paid: {paid:?}, basket: {basket:?}");
}
