use std::{sync::Mutex, thread};

fn main() {
    let visitors = Mutex::new(0);
    let open_door = || {
        for _ in 0..1000 {
            *visitors.lock().unwrap() += 1;
        }
    };
    thread::scope(|doors| {
        doors.spawn(open_door);
        doors.spawn(open_door);
    });
    println!("{} visitors", visitors.into_inner().unwrap());
}
