use std::thread;

fn main() {
    let mut visitors = 0;
    thread::scope(|doors| {
        doors.spawn(|| visitors += 1);
        doors.spawn(|| visitors += 1);
    });
    println!("{visitors} visitors");
}
