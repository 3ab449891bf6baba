fn twice(mut job: impl FnMut()) {
    job();
    job();
}

fn main() {
    let mut sold = 0;
    twice(|| sold += 1);
    twice(|| println!("{sold} sold"));
}
