fn main() {
    let mut sold = 0;
    let mut sell = move || {
        sold += 1;
        println!("{sold} sold, says the closure");
    };
    sell();
    sell();
    println!("{sold} sold, says main");
}
