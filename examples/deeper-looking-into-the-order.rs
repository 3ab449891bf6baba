fn serve(order: &Option<String>) -> &str {
    match order {
        Some(item) => item,
        None => "nothing",
    }
}

fn main() {
    let order = Some(String::from("tea"));
    println!("{}, then {}", serve(&order), serve(&order));
}
