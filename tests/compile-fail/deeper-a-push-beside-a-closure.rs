fn add(tracks: &mut Vec<&str>) {
    tracks.push("River");
}

fn plan(tracks: &mut Vec<&str>) {
    let mut encore = || add(tracks);
    add(tracks);
    encore();
}

fn main() {
    plan(&mut vec!["Blue"]);
}
