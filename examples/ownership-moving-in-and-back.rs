fn with_milk(mut list: String) -> String {
    list.push_str(", milk");
    list
}

fn main() {
    let list = String::from("bread");
    let list = with_milk(list);
    println!("{list}");
}
