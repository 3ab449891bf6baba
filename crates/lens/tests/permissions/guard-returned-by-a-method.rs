use std::sync::{Mutex, MutexGuard};
struct Log(Mutex<Vec<u32>>);
impl Log {
    fn lines(&self) -> MutexGuard<'_, Vec<u32>> {
        return self.0.lock().unwrap(); //~ self: R-C, *self: R--
    }
}
fn main() {
    let mut log = Log(Mutex::new(vec![1]));
    let mut lines = log.lines(); //~ log: RWO, log.0: RWO
    lines.push(2); //~ log: R--, log.0: R--, lines: RWO
    drop(lines); //~ log: R--, log.0: R--, lines: RWO
    log.0.get_mut().unwrap().clear(); //~ log: RWO, log.0: RWO, lines: ---
} //~ log: RWO
