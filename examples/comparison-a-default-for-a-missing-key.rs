use std::collections::HashMap;

fn main() {
    let mut guests: HashMap<&str, Vec<&str>> = HashMap::new();
    guests.entry("hall").or_default().push("Ada");
    guests.entry("hall").or_default().push("Grace");
    println!("{:?}", guests["hall"]);
}
