fn twice(job: impl Fn()) {
    job();
    job();
}

fn main() {
    let ticket = String::from("row 7");
    twice(|| println!("checks {ticket}"));
}
