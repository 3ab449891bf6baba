struct Jukebox(Vec<String>, u32);

fn main() {
    let mut jukebox = Jukebox(vec![String::from("Blue")], 2);
    let song = &jukebox.0[0];
    jukebox.1 -= 1;
    println!("{song}, {} left", jukebox.1);
}
