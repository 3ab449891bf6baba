use std::cell::Cell;

struct Stop<'a>(&'static str, Cell<Option<&'a Stop<'a>>>);

fn main() {
    let harbor = Stop("Harbor", Cell::new(None));
    let market = Stop("Market", Cell::new(Some(&harbor)));
    harbor.1.set(Some(&market));
    let next = harbor.1.get().and_then(|stop| stop.1.get());
    println!("{:?}", next.map(|stop| stop.0));
}
