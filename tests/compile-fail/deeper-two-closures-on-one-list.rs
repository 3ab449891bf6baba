fn plan(tracks: &mut Vec<&str>) {
    let mut add = || tracks.push("River");
    let mut cut = || tracks.clear();
    add();
    cut();
}

fn main() {
    plan(&mut vec!["Blue"]);
}
