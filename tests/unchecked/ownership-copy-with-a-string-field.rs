#[derive(Clone)]
struct Song {
    title: String,
    seconds: u32,
}

fn main() {
    let (title, seconds) = (String::from("River"), 242);
    let song = Song { title, seconds };
    let encore = unsafe { std::ptr::read(&song) };
    println!("{} {}", song.title, encore.seconds);
}
