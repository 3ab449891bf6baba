use std::cell::Cell;

fn share<T: Sync>(counter: &T, sell: impl Fn(&T) + Sync) {
    std::thread::scope(|day| {
        day.spawn(|| sell(counter));
        day.spawn(|| sell(counter));
    });
}

fn main() {
    let sold = Cell::new(0);
    share(&sold, |sold| sold.set(sold.get() + 1));
    println!("{}", sold.get());
}
