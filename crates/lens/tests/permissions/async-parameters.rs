use std::future::ready;
async fn load(path: String, tries: u32) -> usize {
    let size = path.len(); //~ path: R-O, tries: R-C
    ready(()).await; //~ path: R-O, tries: R-C, size: R-C
    drop(path); //~ path: R-O, tries: R-C, size: R-C
    println!("{tries}"); //~ path: ---, tries: R-C, size: R-C
    return size; //~ path: ---, tries: R-C, size: R-C
}
fn main() {
    let task = load(String::from("/etc"), 3);
    drop(task); //~ task: R-O
} //~ task: ---
