fn main() {
    let mut order = Some(String::from("tea"));
    if let Some(item) = order.as_mut() {
        item.push_str(" with milk");
    }
    let bytes = order.as_ref().map(|item| item.len());
    let words = order.as_deref().unwrap_or("nothing");
    println!("{words}, {bytes:?} bytes");
    println!("{order:?}");
}
