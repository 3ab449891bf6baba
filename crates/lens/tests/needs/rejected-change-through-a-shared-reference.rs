// rustc rejects it: E0596
fn add(list: &Vec<u32>, item: u32) {
    list.push(item); //? *list: W, item: R
}
fn main() {
    let list = vec![1]; //? nothing
    add(&list, 2); //? list: R
}
