// rustc rejects it: E0382
struct Pair {
    left: String,
    right: String,
}

fn main() {
    let mut pair = Pair { left: String::new(), right: String::new() };
    drop(pair.left); //~ pair: RWO, pair.left: RWO, pair.right: RWO
    println!("{}", pair.left); //~ pair: ---, pair.left: ---, pair.right: RWO
    println!("{}", pair.left); //~ pair: ---, pair.left: ---, pair.right: RWO
    drop(pair.right); //~ pair: ---, pair.left: ---, pair.right: RWO
    println!("{}{}", pair.left, pair.right); //~ pair: ---, pair.left: ---, pair.right: ---
    pair.left = String::new(); //~ pair: ---, pair.left: ---, pair.right: ---
    println!("{}", pair.left); //~ pair: ---, pair.left: RWO, pair.right: ---
    println!("{}", pair.right); //~ pair: ---, pair.left: RWO, pair.right: ---
} //~ pair: ---, pair.left: RWO, pair.right: ---
