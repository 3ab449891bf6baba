fn main() {
    let age = 17; //? nothing
    match age { //? age: R
        young @ 0..=17 => {
            println!("{young}"); //? young: R
        }
        old => {
            println!("{}", old - age); //? old: R, age: R
        }
    }
}
