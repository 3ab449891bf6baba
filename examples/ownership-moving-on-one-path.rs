fn main() {
    let mut queue = vec![String::from("Ada")];
    let name = String::from("Grace");
    if queue.len() < 2 {
        queue.push(name);
    } else {
        println!("no room for {name}");
    }
    println!("{queue:?}");
}
