fn main() {
    let line = String::from(" Ada,Bo "); //? nothing
    let from = ","; //? nothing
    let names: Vec<&str> = line.trim().split(from).collect(); //? line: R, from: R
    let first = names.first().copied().unwrap_or_default(); //? names: R
    println!("{first}"); //? first: R
}
