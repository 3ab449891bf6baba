// rustc rejects it: E0499
fn main() {
    let mut names = vec![String::from("a")]; //? nothing
    for name in &mut names { //? names: W
        names.push(name.clone()); //? names: W, *name: R
    }
}
