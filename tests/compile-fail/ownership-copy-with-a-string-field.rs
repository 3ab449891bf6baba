#[derive(Clone, Copy)]
struct Song {
    title: String,
    seconds: u32,
}

fn main() {
    let (title, seconds) = (String::from("River"), 242);
    let song = Song { title, seconds };
    let encore = song;
    println!("{} {}", song.title, encore.seconds);
}
