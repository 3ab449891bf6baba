use std::future::{Future, ready};
use std::rc::Rc;

fn spawn(_task: impl Future<Output = usize> + Send) {}

async fn serve() -> usize {
    let order = Rc::new(String::from("tea"));
    ready(()).await;
    order.len()
}

fn main() {
    spawn(serve());
}
