fn add<'a>(list: &mut Vec<&'a str>, word: &'a str) {
    list.push(word);
}

fn main() {
    let word = String::from("cake");
    let mut list = vec!["tea"];
    add(&mut list, &word);
    println!("{list:?}");
}
