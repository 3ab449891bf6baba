use std::future::{Future, pending};
use std::{cell::RefCell, task::Context, task::Waker};

fn main() {
    let seats = RefCell::new(vec![3, 7]);
    let mut task = Box::pin(async {
        let _open = seats.borrow_mut();
        pending::<()>().await;
    });
    _ = task.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    println!("free: {}", seats.try_borrow().is_ok());
    drop(task);
    println!("free: {}", seats.try_borrow().is_ok());
}
