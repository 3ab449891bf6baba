use std::future::{Future, ready};
use std::pin::pin;
use std::task::{Context, Waker};

async fn serve() -> usize {
    let order = String::from("tea and cake");
    let first = &order[..3];
    ready(()).await;
    first.len()
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    println!("{:?}", pin!(serve()).poll(&mut context));
}
