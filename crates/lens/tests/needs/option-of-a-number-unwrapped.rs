fn main() {
    let age = Some(36); //? nothing
    let fallback = 18; //? nothing
    let known = age.unwrap_or(fallback); //? age: R, fallback: R
    println!("{known} {age:?}"); //? known: R, age: R
}
