use std::rc::Rc;

struct Playlist {
    titles: u32,
}

fn main() {
    let kitchen = Rc::new(Playlist { titles: 3 });
    let garden = Rc::clone(&kitchen);
    println!("shared by {}", Rc::strong_count(&garden));
    drop(kitchen);
    println!("shared by {}", Rc::strong_count(&garden));
    println!("the garden plays {} titles", garden.titles);
}
