use std::{future::*, rc::Rc};

fn spawn(_task: impl Future<Output = usize> + Send) {}

async fn serve() -> usize {
    let length = Rc::new(String::from("tea")).len();
    ready(()).await;
    length
}

fn main() {
    spawn(serve());
    println!("may go to another thread");
}
