// rustc rejects it: E0382
fn take(_: String) {}

fn main() {
    let coin = String::from("1");
    take(coin); //~ coin: R-O
    take(coin); //~ coin: ---
    take(coin); //~ coin: ---
    println!("{coin}"); //~ coin: ---
    let n = coin.len(); //~ coin: ---
    let view = &coin; //~ coin: ---, n: R-C
    println!("{view}"); //~ coin: ---, n: R-C, view: R-C
    println!("{n}"); //~ coin: ---, n: R-C
} //~ coin: ---, n: R-C
