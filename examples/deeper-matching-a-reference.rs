fn main() {
    let mut order = (String::from("tea"), 2);
    let (name, count) = &order;
    println!("{count} of {name}");
    let (name, count) = &mut order;
    name.push_str(" with milk");
    *count += 1;
    let (name, count) = order;
    println!("{count} of {name}");
}
