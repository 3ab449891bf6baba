use std::{future::*, pin::pin, task::*};

fn main() {
    let mut minutes = 2;
    let mut tea = pin!(poll_fn(|_| {
        minutes -= 1;
        match minutes {
            0 => Poll::Ready("tea"),
            _ => Poll::Pending,
        }
    }));
    let mut context = Context::from_waker(Waker::noop());
    println!("{:?}", tea.as_mut().poll(&mut context));
    println!("{:?}", tea.as_mut().poll(&mut context));
}
