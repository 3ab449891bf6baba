use std::{future::*, rc::Rc, task::*};

fn main() {
    let list = Rc::new("tea");
    let theirs = Rc::clone(&list);
    let mut task = Box::pin(async move {
        pending::<()>().await;
        drop(theirs);
    });
    let mut context = Context::from_waker(Waker::noop());
    println!("{:?}", task.as_mut().poll(&mut context));
    println!("handles: {}", Rc::strong_count(&list));
    drop(task);
    println!("handles: {}", Rc::strong_count(&list));
}
