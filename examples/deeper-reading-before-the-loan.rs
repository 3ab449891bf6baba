fn main() {
    let mut sold = 7;
    let before = sold;
    let counter = &mut sold;
    *counter += 1;
    println!("{before}, then {counter}");
}
