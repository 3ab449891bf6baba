fn main() {
    let playlist = vec![String::from("Blue")];
    let first = &playlist[0];
    let mut concert = playlist.clone();
    concert.push(String::from("Encore"));
    println!("{first}, {} track, {} live", playlist.len(), concert.len());
}
