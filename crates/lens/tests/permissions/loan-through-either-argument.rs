fn longer<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() > b.len() { //~ a: R-C, *a: R--, b: R-C
        return a; //~ a: R-C, b: R-C
    }
    return b; //~ a: R-C, b: R-C
}

fn main() {
    let mut left = String::from("tea");
    let mut right = String::from("coffee");
    let best = longer(&left, &right); //~ left: RWO, right: RWO
    println!("{best}"); //~ left: R--, right: R--, best: R-C
    left.push('!'); //~ left: RWO, right: RWO, best: R-C
    right.push('!'); //~ left: RWO, right: RWO, best: ---
} //~ best: ---
