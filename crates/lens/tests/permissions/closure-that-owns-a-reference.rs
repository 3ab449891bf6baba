fn main() {
    let mut text = String::from("a b");
    let view = &text; //~ text: RWO
    let count = move || { //~ text: R--, view: R-C
        println!("{}", view.len()); //~ view: R-C, *view: R--
    };
    count(); //~ text: R--, view: R-C, count: R-C
    text.clear(); //~ text: RWO, view: R-C, count: R-C
    println!("{text}"); //~ text: RWO, view: ---, count: ---
}
