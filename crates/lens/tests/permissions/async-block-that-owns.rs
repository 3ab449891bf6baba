use std::future::ready;
async fn greet(mut name: String) {
    let task = async move { //~ name: RWO
        name.push('!'); //~ name: RWO
        ready(()).await; //~ name: RWO
        drop(name); //~ name: RWO
        println!("gone"); //~ name: ---
    };
    task.await; //~ name: ---, task: R-O
    println!("done"); //~ name: ---, task: ---
} //~ name: ---, task: ---
fn main() {
    drop(greet(String::from("ada")));
}
