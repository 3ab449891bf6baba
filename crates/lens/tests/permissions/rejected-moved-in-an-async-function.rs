// rustc rejects it: E0382
async fn send(_: String) {}

async fn run(text: String, loud: bool) {
    send(text).await; //~ text: R-O, loud: R-C
    if loud { //~ text: ---, loud: R-C
        println!("{text}"); //~ text: ---, loud: R-C
    } //~ text: ---
    println!("{text}"); //~ text: ---, loud: R-C
} //~ text: ---, loud: R-C

fn main() {
    drop(run(String::new(), true));
}
