fn main() {
    let mut playlist = vec![String::from("Low"), String::from("Horses")];
    let first = &playlist[0];
    println!("shared:    {first}");
    let last = &mut playlist[1];
    last.push_str(" (live)");
    println!("exclusive: {last}");
    let archive = playlist;
    println!("moved:     {archive:?}");
    let copy = archive.clone();
    drop(archive);
    println!("cloned:    {copy:?}");
}
