fn plan(tracks: &mut Vec<String>) {
    let first = &tracks[0];
    let mut encore = || tracks.push(String::from("River"));
    encore();
    println!("{first} comes first");
}

fn main() {
    plan(&mut vec![String::from("Blue")]);
}
