fn main() {
    let list = Box::new(["bread", "milk"]);
    let raw = Box::into_raw(list);
    // SAFETY: `raw` comes from `Box::into_raw` and becomes a box again once.
    let list = unsafe { Box::from_raw(raw) };
    println!("{}", list.join(", "));
}
