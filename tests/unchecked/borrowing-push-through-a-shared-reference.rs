fn add_encore(playlist: *const Vec<String>) {
    unsafe { (*playlist.cast_mut()).push(String::from("Encore")) };
}

fn main() {
    let playlist = vec![String::from("Blue")];
    let first = &raw const playlist[0];
    add_encore(&playlist);
    println!("{}, {} tracks", unsafe { &*first }, playlist.len());
}
