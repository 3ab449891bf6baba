fn add(list: &mut String, item: &str) {
    list.push_str(item);
}

fn main() {
    let mut shopping = String::from("milk");
    let list = &mut shopping;
    add(list, ", bread");

    let short = &mut *list;
    short.push_str(", jam");
    list.push('.');
    println!("{shopping}");
}
