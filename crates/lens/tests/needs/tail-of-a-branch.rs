fn main() {
    let cold = true; //? nothing
    let tea = String::from("tea"); //? nothing
    let juice = String::from("juice"); //? nothing
    let drink = if cold { //? cold: R
        tea //? tea: O
    } else {
        juice //? juice: O
    };
    println!("{drink}"); //? drink: R
}
