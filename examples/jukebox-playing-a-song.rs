struct Song {
    title: String,
}

fn main() {
    let blue = Song {
        title: String::from("Blue"),
    };
    let mut queue = vec![blue];
    let mut played = Vec::new();
    let song = queue.remove(0);
    played.push(song);
    println!("{} waiting, {} played", queue.len(), played[0].title);
}
