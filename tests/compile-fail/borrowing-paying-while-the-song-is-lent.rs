struct Jukebox(Vec<String>, u32);

impl Jukebox {
    fn first(&self) -> &String {
        &self.0[0]
    }
    fn pay(&mut self) {
        self.1 -= 1;
    }
}

fn main() {
    let mut jukebox = Jukebox(vec![String::from("Blue")], 2);
    let song = jukebox.first();
    jukebox.pay();
    println!("{song}, {} left", jukebox.1);
}
