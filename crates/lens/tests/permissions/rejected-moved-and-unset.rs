// rustc rejects it: E0381, E0382
fn main() {
    let label: String;
    let text = String::from("a"); //~ label: ---
    drop(text); //~ label: ---, text: R-O
    println!("{label}{text}"); //~ label: ---, text: ---
    println!("{label}{text}"); //~ label: ---, text: ---
    label = text; //~ label: ---, text: ---
    println!("{label}"); //~ label: R-O, text: ---
    drop(label); //~ label: R-O, text: ---
    println!("{label}{text}"); //~ label: ---, text: ---
    println!("{label}"); //~ label: ---, text: ---
} //~ label: ---, text: ---
