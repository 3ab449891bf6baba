fn main() {
    let mut sold = 0;
    let mut sell = || sold += 1;
    sell();
    sell();
    println!("{sold} sold");
}
