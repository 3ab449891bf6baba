fn shout(text: &str) -> String {
    text.to_uppercase()
}
fn keep(text: String) -> usize {
    text.len()
}

fn main() {
    let mut word = String::from("tea");
    println!("{}", shout(&word));
    word.push('s');
    println!("{}", keep(word));
}
