fn issue(name: String) {
    println!("a ticket for {name}");
}

fn main() {
    let name = String::from("Ada");
    for _ in 0..2 {
        issue(unsafe { std::ptr::read(&name) });
    }
}
