fn main() {
    let mut guests = vec![String::from("Al"), String::from("Bo")];
    for guest in guests { //~ guests: RWO
        let seat = guest; //~ guests: ---, guest: R-O
        println!("{seat}"); //~ guests: ---, guest: ---, seat: R-O
    } //~ guests: ---, guest: ---, seat: R-O
    guests = vec![String::from("Cy")]; //~ guests: ---
    println!("{guests:?}"); //~ guests: RWO
} //~ guests: RWO
