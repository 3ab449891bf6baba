// rustc rejects it: E0382
fn main() {
    let mut turn = 0;
    let ball = String::from("ball");
    loop { //~ ball: R-O
        turn += 1; //~ ball: R--
        if turn == 2 { //~ ball: R--
            drop(ball); //~ ball: R-O
            println!("{ball}"); //~ ball: ---
            println!("{ball}"); //~ ball: ---
            break; //~ ball: ---
        }
        println!("{ball}"); //~ ball: R--
    } //~ ball: R--
    println!("{ball}"); //~ ball: ---
    println!("{ball}"); //~ ball: ---
} //~ ball: ---
