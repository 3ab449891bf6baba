fn main() {
    let mut sold = 10;
    let mut sell = move || {
        sold += 1;
        sold
    };
    sell();
    println!("{} {sold}", sell());
}
