fn main() {
    let guests = vec![String::from("al")]; //? nothing
    let mut seated = Vec::new(); //? nothing
    for guest in guests { //? guests: O
        seated.push(guest); //? seated: W, guest: O
    }
    println!("{seated:?}"); //? seated: R
}
