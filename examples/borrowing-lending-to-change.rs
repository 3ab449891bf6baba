fn add_track(minutes: &mut Vec<u32>, length: u32) {
    minutes.push(length);
}

fn main() {
    let mut minutes = vec![3, 5];
    add_track(&mut minutes, 4);
    println!("{minutes:?}");
}
