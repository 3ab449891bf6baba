fn main() {
    let mut stack = vec![String::from("a")]; //? nothing
    let mut done = Vec::new(); //? nothing
    while let Some(top) = stack.pop() { //? stack: W
        done.push(top); //? done: W, top: O
    }
    println!("{done:?}"); //? done: R
}
