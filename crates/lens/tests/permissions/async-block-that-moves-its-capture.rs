use std::future::ready;
async fn send(letter: String, stamp: String) {
    let task = async { //~ letter: R-O, stamp: R-O
        let sent = letter; //~ letter: R-O, stamp: R--
        ready(()).await; //~ letter: ---, stamp: R--, sent: R-O
        println!("{sent} {stamp}"); //~ letter: ---, stamp: R--, sent: R-O
    };
    println!("{stamp}"); //~ letter: ---, stamp: R--, task: R-O
    task.await; //~ letter: ---, stamp: R--, task: R-O
    drop(stamp); //~ letter: ---, stamp: R-O, task: ---
}
fn main() {
    drop(send(String::from("dear"), String::from("*")));
}
