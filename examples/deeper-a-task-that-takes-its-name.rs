use std::future::Future;

fn spawn(task: impl Future<Output = usize> + 'static) {
    drop(task);
}

async fn greet(name: String) -> usize {
    name.len()
}

fn main() {
    spawn(greet(String::from("Ada")));
    println!("the task may be kept");
}
