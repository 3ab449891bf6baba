fn add_encore(playlist: &mut Vec<String>) {
    playlist.push(String::from("Encore"));
}

fn main() {
    let mut playlist = vec![String::from("Blue")];
    add_encore(&mut playlist);
    let first = &playlist[0];
    println!("{first}, {} tracks", playlist.len());
}
