use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

async fn greet(name: &str) -> usize {
    println!("welcome, {name}");
    name.len()
}

fn main() {
    let mut greeting = pin!(greet("Ada"));
    println!("nothing has happened");
    let mut context = Context::from_waker(Waker::noop());
    println!("{:?}", greeting.as_mut().poll(&mut context));
}
