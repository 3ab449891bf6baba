struct Song {
    title: String,
}

fn main() {
    let mut queue = Vec::new();
    let blue = Song {
        title: String::from("Blue"),
    };
    queue.push(blue);
    println!("{} in the queue, first {}", queue.len(), queue[0].title);
}
