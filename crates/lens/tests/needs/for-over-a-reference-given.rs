fn print_all(names: &[String], seen: &mut Vec<u32>) {
    for name in names { //? names: R
        println!("{name}"); //? name: R
    }
    for number in seen { //? seen: O
        *number += 1; //? *number: W
    }
}
fn main() {
    let mut seen = vec![0]; //? nothing
    print_all(&[String::from("a")], &mut seen); //? seen: W
}
