use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

fn task(name: String) -> impl Future<Output = usize> {
    println!("a task for {name}");
    async move { name.len() }
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let task = pin!(task(String::from("Ada")));
    println!("{:?}", task.poll(&mut context));
}
