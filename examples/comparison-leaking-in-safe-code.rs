struct List(&'static str);

impl Drop for List {
    fn drop(&mut self) {
        println!("{} released", self.0);
    }
}

fn main() {
    let _groceries = List("groceries");
    std::mem::forget(List("errands"));
    println!("main ends");
}
