fn main() {
    let mut sold = 7;
    let counter = &mut sold;
    let before = sold;
    *counter += 1;
    println!("{before}, then {counter}");
}
