struct List(Vec<&'static str>);
impl Drop for List {
    fn drop(&mut self) {
        println!("list of {} released", self.0.len());
    }
}

fn print_receipt(list: List) {
    println!("receipt: {}", list.0.join(", "));
}

fn main() {
    print_receipt(List(vec!["bread", "milk"]));
    println!("back in main");
}
