struct Playlist {
    name: String,
    minutes: Vec<u32>,
}

fn total(playlist: &Playlist) -> u32 {
    playlist.minutes.iter().sum()
}

fn main() {
    let (name, minutes) = (String::from("Monday"), vec![3, 5]);
    let playlist = Playlist { name, minutes };
    let sum = total(&playlist);
    println!("{}: {sum} minutes", playlist.name);
}
