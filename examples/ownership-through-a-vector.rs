fn main() {
    let song = String::from("River");
    let mut playlist = vec![String::from("Blue"), String::from("Carey")];
    playlist.push(song);

    let last = playlist.pop();
    let first = playlist.remove(0);
    println!("{first} and {last:?} are out");
    for song in playlist {
        println!("{song} is out");
    }
}
