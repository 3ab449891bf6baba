fn main() {
    let ages = vec![36, 41]; //? nothing
    let at = 1; //? nothing
    let age = match ages.get(at) { //? ages: R, at: R
        Some(age) => *age,
        None => 0,
    };
    println!("{age}"); //? age: R
}
