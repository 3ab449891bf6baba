fn obey(queue: &mut Vec<String>, command: &str) {
    if command == "clear" {
        queue.clear();
    } else {
        queue.push(command.to_string());
    }
}

fn main() {
    let mut queue = Vec::new();
    for command in ["Blue", "clear", "River", "Carey"] {
        obey(&mut queue, command);
    }
    println!("{queue:?}");
}
