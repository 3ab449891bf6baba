struct Song {
    title: String,
}

fn main() {
    let title = String::from("River");
    let song = Song { title };
    let boxed = Box::new(song);
    println!("{}", boxed.title);
}
