fn once(job: impl FnOnce()) {
    job();
}

fn main() {
    let ticket = String::from("row 7");
    once(move || drop(ticket));
    println!("the ticket is gone");
}
