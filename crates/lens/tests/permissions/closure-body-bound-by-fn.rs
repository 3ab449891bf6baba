fn repeat(work: impl Fn()) {
    work(); //~ work: R-O
    work(); //~ work: R-O
} //~ work: R-O

fn main() {
    let mut words = vec!["a", "b"];
    words.push("c"); //~ words: RWO
    repeat(move || { //~ words: RWO
        let size = words.len(); //~ words: R--
        println!("{size}"); //~ words: R--, size: R-C
    });
    println!("done"); //~ words: ---
} //~ words: ---
