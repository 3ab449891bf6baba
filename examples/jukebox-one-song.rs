struct Song {
    title: String,
    seconds: u32,
}

fn main() {
    let song = Song {
        title: String::from("Blue"),
        seconds: 183,
    };
    println!("{}: {} s", song.title, song.seconds);
}
