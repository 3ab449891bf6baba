use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};

fn main() {
    let layout = Layout::new::<u64>();
    println!("{} bytes, aligned to {}", layout.size(), layout.align());
    unsafe {
        let block = alloc(layout).cast::<u64>();
        if block.is_null() {
            handle_alloc_error(layout);
        }
        block.write(12);
        println!("{}", block.read());
        dealloc(block.cast(), layout);
    }
}
