// rustc rejects it: E0515
fn label(id: u32) -> &'static str {
    let text = format!("item {id}"); //~ id: R-C
    println!("{text}"); //~ id: R-C, text: R-O
    return text.as_str(); //~ id: R-C, text: R-O
}

fn main() {
    let name = label(3);
    println!("{name}"); //~ name: R-C, *name: R--
} //~ name: R-C
