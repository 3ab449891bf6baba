fn main() {
    let input = String::from(" 42 ");
    let input = input.trim(); //~ input: R-O
    let mut input: u32 = input.parse().unwrap_or(0); //~ input: R-C, *input: R--
    input += 1; //~ input: RWC
    println!("{input}"); //~ input: RWC
} //~ input: RWC
