fn main() {
    let mut queue = Vec::new();
    for name in ["Ada", "Grace", "Edsger", "Barbara"] {
        queue.push(String::from(name));
    }
    let first = queue.remove(0);
    println!("{first} leaves {queue:?}");
    let next = queue.swap_remove(0);
    println!("{next} leaves {queue:?}");
}
