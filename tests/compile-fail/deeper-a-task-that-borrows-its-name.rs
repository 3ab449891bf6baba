use std::future::Future;

fn task(name: String) -> impl Future<Output = usize> {
    async { name.len() }
}

fn main() {
    drop(task(String::from("Ada")));
}
