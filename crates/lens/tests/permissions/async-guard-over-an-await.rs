use std::future::ready;
use std::sync::Mutex;
async fn note(mut list: Mutex<Vec<u32>>) {
    let mut guard = list.lock().unwrap(); //~ list: RWO
    ready(()).await; //~ list: R--, guard: RWO
    guard.push(1); //~ list: R--, guard: RWO
    drop(guard); //~ list: R--, guard: RWO
    list.get_mut().unwrap().clear(); //~ list: RWO, guard: ---
} //~ list: RWO, guard: ---
fn main() {
    drop(note(Mutex::new(Vec::new())));
}
