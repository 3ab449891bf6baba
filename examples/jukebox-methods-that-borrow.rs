struct Jukebox {
    queue: Vec<String>,
}

impl Jukebox {
    fn add(&mut self, title: String) {
        self.queue.push(title);
    }
    fn len(&self) -> usize {
        self.queue.len()
    }
}

fn main() {
    let mut jukebox = Jukebox { queue: Vec::new() };
    jukebox.add(String::from("Blue"));
    println!("{} in the queue", jukebox.len());
}
