fn twice(job: impl Fn()) {
    job();
    job();
}

fn main() {
    let ticket = String::from("row 7");
    let tear = move || drop(unsafe { std::ptr::read(&ticket) });
    twice(tear);
}
