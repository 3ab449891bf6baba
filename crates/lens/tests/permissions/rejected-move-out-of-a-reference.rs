// rustc rejects it: E0507
struct Label {
    text: String,
}

fn steal(label: &Label, count: u32) -> String {
    println!("{count}"); //~ label: R-C, *label: R--, count: R-C
    let text = label.text; //~ label: R-C, *label: R--
    return text; //~ label: R-C, text: R-O
}

fn main() {
    let label = Label { text: String::from("a") };
    let text = steal(&label, 1); //~ label: R-O, label.text: R-O
    println!("{text}"); //~ label: R-O, text: R-O
} //~ label: R-O
