fn add_encore(playlist: &Vec<String>) {
    playlist.push(String::from("Encore"));
}

fn main() {
    let playlist = vec![String::from("Blue")];
    let first = &playlist[0];
    add_encore(&playlist);
    println!("{first}, {} tracks", playlist.len());
}
