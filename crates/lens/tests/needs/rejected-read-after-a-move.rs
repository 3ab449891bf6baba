// rustc rejects it: E0382
fn main() {
    let name = String::from("ada"); //? nothing
    let owner = name; //? name: O
    println!("{name} {owner}"); //? name: R, owner: R
}
