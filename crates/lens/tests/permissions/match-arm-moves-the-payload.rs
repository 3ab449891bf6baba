enum Command {
    Say(String),
    Wait(u32),
}

fn main() {
    let command = Command::Say(String::from("hi"));
    match command { //~ command: R-O
        Command::Say(words) => {
            println!("{words}"); //~ command: ---, words: R-O
        } //~ command: ---, words: R-O
        Command::Wait(seconds) => {
            println!("{seconds}"); //~ command: R-O, seconds: R-C
        } //~ command: R-O
    }
    println!("done"); //~ command: ---
} //~ command: ---
