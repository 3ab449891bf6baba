fn main() {
    let mut draft = String::from("text");
    let publish = std::env::args().count() > 1; //~ draft: RWO
    if publish { //~ draft: RWO, publish: R-C
        let post = draft; //~ draft: RWO
        println!("{post}"); //~ draft: ---, post: R-O
    } else {
        draft.push('.'); //~ draft: RWO
        println!("{draft}"); //~ draft: RWO
    } //~ draft: RWO
    draft = String::from("next"); //~ draft: ---
    println!("{draft}"); //~ draft: RWO
} //~ draft: RWO
