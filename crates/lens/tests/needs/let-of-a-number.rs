fn main() {
    let year = 2024; //? nothing
    let next = year + 1; //? year: R
    println!("{year} {next}"); //? year: R, next: R
}
