fn pick<'a>(kept: &'a mut String, _hint: &String) -> &'a mut String {
    return kept; //~ kept: R-O, *kept: RW-, _hint: R-C, *_hint: R--
}

fn main() {
    let mut text = String::from("a");
    let mut hint = String::from("b"); //~ text: RWO
    let chosen = pick(&mut text, &hint); //~ text: RWO, hint: RWO
    hint.push('!'); //~ text: ---, hint: RWO, chosen: R-O, *chosen: RW-
    chosen.push('c'); //~ text: ---, hint: RWO, chosen: R-O
    println!("{text} {hint}"); //~ text: RWO, hint: RWO, chosen: R-O
} //~ text: RWO, chosen: ---
