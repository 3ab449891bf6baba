fn plan(tracks: &mut Vec<String>) {
    println!("{} comes first", tracks[0]);
    let mut encore = || tracks.push(String::from("River"));
    encore();
    encore();
}

fn main() {
    let mut tracks = vec![String::from("Blue")];
    plan(&mut tracks);
    println!("{tracks:?}");
}
