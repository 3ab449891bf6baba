struct Jukebox {
    queue: Vec<String>,
}

impl Jukebox {
    fn find(&self, wish: &str) -> Option<&String> {
        self.queue.iter().find(|title| title.contains(wish))
    }
}

fn main() {
    let jukebox = Jukebox {
        queue: vec![String::from("River"), String::from("Blue")],
    };
    let wish = String::from("Bl");
    let found = jukebox.find(&wish);
    drop(wish);
    println!("{found:?}");
}
