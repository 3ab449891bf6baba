fn print_receipt(list: &[&str]) {
    println!("receipt: {}", list.join(", "));
}

fn main() {
    let list = vec!["bread", "milk"];
    print_receipt(&list);
    println!("main still owns {} items", list.len());
}
