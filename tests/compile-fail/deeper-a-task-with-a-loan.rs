use std::future::Future;

fn spawn(task: impl Future<Output = usize> + 'static) {
    drop(task);
}

async fn greet(name: &str) -> usize {
    name.len()
}

fn main() {
    let name = String::from("Ada");
    spawn(greet(&name));
}
