fn main() {
    let mut seats = 10;
    let shown = &seats;
    println!("{shown} free");
    seats -= 1;
    println!("{seats} free");
}
