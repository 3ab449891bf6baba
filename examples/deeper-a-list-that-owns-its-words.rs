fn add(list: &mut Vec<String>, word: &str) {
    list.push(word.to_string());
}

fn main() {
    let mut list = vec![String::from("tea")];
    add(&mut list, "cake");
    println!("{list:?}");
}
