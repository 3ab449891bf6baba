use std::future::ready;
use std::pin::pin;
use std::task::{Context, Waker};
fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut task = pin!(async { ready(7).await }); //~ context: RWO
    let first = task.as_mut().poll(&mut context); //~ context: RWO, task: RWO
    println!("{}", first.is_ready()); //~ context: RWO, task: RWO, first: R-C
} //~ context: RWO, task: RWO, first: R-C
