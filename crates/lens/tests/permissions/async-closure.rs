use std::future::ready;
async fn run(mut title: String) {
    let greet = async |name: &str| { //~ title: RWO
        ready(()).await; //~ title: R--, name: R-C, *name: R--
        println!("{title} {name}"); //~ title: R--, name: R-C, *name: R--
    };
    greet("ada").await; //~ title: R--, greet: R-C
    title.push('!'); //~ title: RWO, greet: R-C
    println!("{title}"); //~ title: RWO, greet: ---
} //~ title: RWO, greet: ---
fn main() {
    drop(run(String::from("Dr")));
}
