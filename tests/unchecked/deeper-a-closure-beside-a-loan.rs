fn plan(tracks: &mut Vec<String>) {
    let first = &raw const tracks[0];
    let mut encore = || tracks.push(String::from("River"));
    encore();
    println!("{} comes first", unsafe { &*first });
}

fn main() {
    plan(&mut vec![String::from("Blue")]);
}
