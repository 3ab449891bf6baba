use std::thread;
fn main() {
    let mut hits = 0;
    let mut names = vec!["a"]; //~ hits: RWC
    thread::scope(|scope| { //~ hits: RWC, names: RWO
        scope.spawn(|| hits += 1); //~ hits: RWC, names: R--, scope: R-C
        scope.spawn(|| println!("{names:?}")); //~ hits: ---, names: R--, scope: R-C
    });
    names.push("b"); //~ hits: RWC, names: RWO
    println!("{hits} {names:?}"); //~ hits: RWC, names: RWO
}
