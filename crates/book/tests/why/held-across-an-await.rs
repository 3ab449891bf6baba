use std::sync::Mutex;
struct Counter { label: String, hits: u32 }
async fn save(text: &str) -> usize { text.len() }
async fn run(counts: &Mutex<Vec<u8>>, label: String, n: u8, unused: u8) {
    let mut guard = counts.lock().unwrap();
    save(&label).await;
    guard.push(n);
    drop(guard);
    let k = save("a").await;
    println!("{k}");
    let mut c = Counter { label, hits: 0 };
    let block = async {
        c.hits += 1;
        save("b").await;
        println!("{}", c.label);
    };
    block.await;
}
fn main() {
    let m = Mutex::new(Vec::new());
    let seats = vec![1, 2];
    let owned = move || seats.len();
    owned();
    let mut total = 0;
    let mut log = String::new();
    [1, 2].iter().for_each(|n| {
        total += n;
        let part = |k: u8| { log.push('a'); k + 1 };
        let mut part = part;
        part(1);
    });
    drop(run(&m, String::new(), 1, 2));
    println!("{total}{log}");
}
//= line 3: *text cannot be written: behind a shared reference (`text` is a `&` reference, so it cannot be borrowed as mutable)
//= line 3: *text cannot be moved: not movable from here (the size for values of type `str` cannot be known at compilation time)
//= line 6 awaits; held across it: `label`, `n`, `guard`
//= line 9 awaits; held across it: `label`
//= line 17 awaits; held across it: `c`
//= lines 5-12, 17-18: *counts cannot be written or moved: behind a shared reference (`counts` is a `&` reference, so it cannot be borrowed as mutable)
//= lines 9-12, 17-18: guard cannot be read, written or moved: moved on line 8 (value moved here)
//= lines 12, 17-18: label cannot be read, written or moved: moved to c on line 11 (value moved here)
//= line 17: c and c.hits cannot be read, written or moved: lent exclusively to block on line 12, used on line 17 (mutable borrow occurs here)
//= line 17: c.label cannot be written or moved: lent shared to block on line 12, used on line 17 (immutable borrow occurs here)
//= line 18: block cannot be read, written or moved: moved on line 17 (`block` moved due to this await)
//= captures c.label by shared reference, for line 15 uses it
//= captures c.hits by exclusive reference, for line 13 uses it
//= line 14 awaits; held across it: `c.label`, `c.hits`
//= lines 13-16: c.label cannot be written or moved: captured by shared reference
//= lines 23-26, 32-34: seats cannot be read, written or moved: moved to owned on line 22 (value moved into closure here)
//= captures seats by move, for line 22 uses it
//= line 22: seats cannot be written or moved: captured by a closure that is `Fn`: it changes nothing that it owns
//= captures total by exclusive reference, for line 27 uses it
//= captures log by exclusive reference, for line 28 uses it
//= lines 27-28, 31: log cannot be moved: captured by exclusive reference
//= lines 27-31: *n cannot be written: behind a shared reference (`n` is a `&` reference, so it cannot be borrowed as mutable)
//= lines 29-30: log cannot be read, written or moved: lent exclusively to part on line 28, used on line 30 (mutable borrow occurs here)
//= captures log by exclusive reference, for line 28 uses it
//= line 28: log cannot be moved: captured by exclusive reference
