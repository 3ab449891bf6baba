fn main() {
    let mut pair = (String::from("a"), 1); //? nothing
    let (name, count) = &pair; //? pair: R
    println!("{name} {count}"); //? name: R, count: R
    let (text, number) = &mut pair; //? pair: W
    text.push('!'); //? *text: W
    *number += 1; //? *number: W
    println!("{pair:?}"); //? pair: R
}
