fn main() {
    let mut tries = 0;
    let winner; //~ tries: RWC
    loop { //~ tries: RWC, winner: ---
        tries += 1; //~ tries: RWC, winner: ---
        if tries == 3 { //~ tries: RWC, winner: ---
            winner = format!("try {tries}"); //~ tries: RWC, winner: ---
            break; //~ tries: RWC, winner: R-O
        }
    } //~ tries: RWC, winner: ---
    println!("{winner}"); //~ tries: RWC, winner: R-O
} //~ winner: R-O
