fn add(list: &mut Vec<&str>, word: &str) {
    list.push(word);
}

fn main() {
    let mut list = vec!["tea"];
    add(&mut list, "cake");
    println!("{list:?}");
}
