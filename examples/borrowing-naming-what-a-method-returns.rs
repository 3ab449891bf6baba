struct Jukebox(String);

impl Jukebox {
    fn wish<'a>(&self, asked: &'a str) -> &'a str {
        println!("now playing {}", self.0);
        asked
    }
}

fn main() {
    let jukebox = Jukebox(String::from("Blue"));
    println!("next {}", jukebox.wish("River"));
}
