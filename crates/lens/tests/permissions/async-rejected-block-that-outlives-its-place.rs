// rustc rejects it: E0373
fn later() -> impl Future<Output = ()> {
    let name = String::from("ada");
    println!("{name}"); //~ name: R-O
    return async { //~ name: R-O
        println!("{name}"); //~ name: R--
    };
}
fn main() {
    let task = later();
    drop(task); //~ task: R-O
} //~ task: ---
