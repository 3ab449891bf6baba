fn total(bread: u32, milk: u32) -> u32 {
    bread + milk
}

fn main() {
    let cents = total(250, 120);
    println!("{cents} cents");
}
