fn shopping_list() -> Vec<String> {
    let mut items = vec![String::from("bread")];
    items.push(String::from("milk"));
    items
}

fn main() {
    let items = shopping_list();
    for item in &items {
        println!("{item}");
    }
} // items goes out of scope, and the list is freed
