fn main() {
    let order = Some(String::from("x"));
    match order {
        Some(mut text) if { println!("?"); text.len() == 1 } => {
            text.push('!'); //~ text: RWO
            println!("{text}"); //~ text: RWO
        }
        _ => {}
    }
}
