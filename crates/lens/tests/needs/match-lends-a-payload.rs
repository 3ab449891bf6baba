fn main() {
    let mut slot = Some(String::from("a")); //? nothing
    match &slot { //? slot: R
        Some(text) => println!("{text}"),
        None => println!("empty"),
    }
    match &mut slot { //? slot: W
        Some(text) => text.push('!'),
        None => println!("empty"),
    }
    println!("{slot:?}"); //? slot: R
}
