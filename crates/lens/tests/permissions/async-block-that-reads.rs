use std::future::ready;
async fn greet(mut name: String) {
    let task = async { //~ name: RWO
        ready(()).await; //~ name: R--
        println!("{name}"); //~ name: R--
    };
    println!("{name}"); //~ name: R--, task: R-O
    task.await; //~ name: R--, task: R-O
    name.push('!'); //~ name: RWO, task: ---
} //~ name: RWO, task: ---
fn main() {
    drop(greet(String::from("ada")));
}
