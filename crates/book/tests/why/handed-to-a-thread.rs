use std::thread;
fn main() {
    let mut counts = vec![1];
    let worker = thread::spawn(|| counts.push(2));
    println!("waiting");
    worker.join().unwrap();
}
//= lines 5-7: counts cannot be read, written or moved: lent exclusively on line 4 (mutable borrow occurs here); line 4 asks for it: it must stay good for `'static`, as long as the program may run
//= line 7: worker cannot be read, written or moved: moved on line 6 (`worker` moved due to this method call)
//= captures counts by exclusive reference, for line 4 uses it
//= line 4: counts cannot be moved: captured by exclusive reference
