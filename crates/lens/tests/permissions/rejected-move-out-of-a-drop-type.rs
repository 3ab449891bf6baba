// rustc rejects it: E0509
struct Lock {
    key: String,
}

impl Drop for Lock {
    fn drop(&mut self) {
        println!("unlock"); //~ self: R-O, *self: RW-
    } //~ self: R-O
}

fn main() {
    let lock = Lock { key: String::from("k") };
    println!("{}", lock.key); //~ lock: R-O, lock.key: R--
    let key = lock.key; //~ lock: R-O, lock.key: R--
    println!("{key}"); //~ key: R-O
}
