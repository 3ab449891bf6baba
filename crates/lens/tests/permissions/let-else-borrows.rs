fn main() {
    let mut names = vec![String::from("a")];
    let Some(last) = names.last_mut() else { //~ names: RWO
        names.push(String::from("first")); //~ names: RWO
        return; //~ names: RWO
    };
    last.push('!'); //~ names: ---, last: R-O, *last: RW-
    names.push(String::from("b")); //~ names: RWO, last: R-O
    println!("{}", names.len()); //~ names: RWO, last: ---
} //~ names: RWO, *last: ---
