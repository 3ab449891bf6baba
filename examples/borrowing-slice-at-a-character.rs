fn main() {
    let name = String::from("Zoë");
    println!("{:?} {:?}", name.get(..3), name.get(..4));

    for (at, letter) in name.char_indices() {
        println!("{at}: {letter}");
    }
}
