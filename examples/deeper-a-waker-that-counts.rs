use std::{sync::*, task::*};

struct Bell(Mutex<u32>);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        *self.0.lock().unwrap() += 1;
    }
}

fn main() {
    let bell = Arc::new(Bell(Mutex::new(0)));
    Waker::from(Arc::clone(&bell)).wake();
    println!("the bell rang: {}", bell.0.lock().unwrap());
}
