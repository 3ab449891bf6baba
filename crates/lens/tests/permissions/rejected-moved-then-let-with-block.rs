// rustc rejects it: E0382
fn main() {
    let draft = String::from("a");
    let sent = { //~ draft: R-O
        let held = draft; //~ draft: R-O
        println!("{draft}"); //~ draft: ---, held: R-O
        held //~ draft: ---, held: R-O
    };
    let size = { //~ draft: ---, sent: R-O
        let n = draft.len(); //~ draft: ---
        n + 1 //~ draft: ---, n: R-C
    };
    println!("{size} {sent} {draft}"); //~ draft: ---, size: R-C, sent: R-O
} //~ draft: ---, size: R-C, sent: R-O
