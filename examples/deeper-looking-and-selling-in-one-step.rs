use std::sync::Mutex;

fn main() {
    let left = Mutex::new(1);
    let sell = || {
        let mut left = left.lock().unwrap();
        if *left > 0 {
            *left -= 1;
        }
    };
    std::thread::scope(|day| [day.spawn(sell), day.spawn(sell)].len());
    println!("{} seats left", left.into_inner().unwrap());
}
