fn serve(order: &mut Option<String>) -> String {
    match *order {
        Some(item) => item,
        None => String::from("nothing"),
    }
}

fn main() {
    let mut order = Some(String::from("tea"));
    println!("{}, then {}", serve(&mut order), serve(&mut order));
}
