fn main() {
    let mut queue = ["Ada", "Grace", "Edsger", "Barbara"]
        .map(String::from)
        .to_vec();
    let first = queue.remove(0);
    println!("{first} leaves {queue:?}");
    let next = queue.swap_remove(0);
    println!("{next} leaves {queue:?}");
}
