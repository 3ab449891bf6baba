fn main() {
    let mut entry = (String::from("tea"), 3); //? nothing
    entry.1 += 1; //? entry.1: W
    entry.0.push('!'); //? entry.0: W
    let count = entry.1; //? entry.1: R
    let label = entry.0; //? entry.0: O
    println!("{label} {count}"); //? label: R, count: R
}
