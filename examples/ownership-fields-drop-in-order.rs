struct Song(&'static str);

impl Drop for Song {
    fn drop(&mut self) {
        println!("{} is put away", self.0);
    }
}

fn main() {
    let _first = Song("Ashes");
    let _pair = (Song("Bells"), Song("Clay"));
    println!("the music stops");
}
