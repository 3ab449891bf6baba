use std::rc::Rc;

struct Playlist(u32);
impl Drop for Playlist {
    fn drop(&mut self) {
        println!("{} titles given up", self.0);
    }
}

fn main() {
    let kitchen = Rc::new(Playlist(3));
    let garden = Rc::clone(&kitchen);
    drop(kitchen);
    println!("the garden plays {} titles", garden.0);
}
