struct Playlist {
    name: String,
    minutes: Vec<u32>,
}

fn total(playlist: Playlist) -> (Playlist, u32) {
    let sum = playlist.minutes.iter().sum();
    (playlist, sum)
}

fn main() {
    let (name, minutes) = (String::from("Monday"), vec![3, 5]);
    let (playlist, sum) = total(Playlist { name, minutes });
    println!("{}: {sum} minutes", playlist.name);
}
