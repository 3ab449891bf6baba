struct Jukebox(String);

impl Jukebox {
    fn wish(&self, asked: &str) -> &str {
        println!("now playing {}", self.0);
        asked
    }
}

fn main() {
    let jukebox = Jukebox(String::from("Blue"));
    println!("next {}", jukebox.wish("River"));
}
