struct Jukebox {
    queue: Vec<String>,
}

impl Drop for Jukebox {
    fn drop(&mut self) {
        println!("switched off, {} still in the queue", self.queue.len());
    }
}

fn main() {
    let mut jukebox = Jukebox { queue: Vec::new() };
    jukebox.queue.push(String::from("Blue"));
    println!("{} is next", jukebox.queue[0]);
}
