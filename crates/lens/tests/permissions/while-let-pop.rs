fn main() {
    let mut stack = vec![String::from("a"), String::from("b")];
    while let Some(top) = stack.pop() { //~ stack: RWO
        println!("{top}"); //~ top: R-O
        let mut label = top; //~ top: R-O
        label.push('.'); //~ top: ---, label: RWO
    } //~ top: ---, label: RWO
    stack.push(String::from("c")); //~ stack: RWO
} //~ stack: RWO
