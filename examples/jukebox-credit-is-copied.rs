#[derive(Clone, Copy)]
struct Credit(u32);

fn main() {
    let mut credit = Credit(2);
    let before = credit;
    credit.0 -= 1;
    let song = String::from("Blue");
    let written_down = song.clone();
    println!("{song} played, {written_down} written down");
    println!("{} songs paid for, {} left", before.0, credit.0);
}
