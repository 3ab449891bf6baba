fn main() {
    let name = String::from("ada"); //? nothing
    let label = { //? nothing
        let mut text = name; //? name: O
        text.push('!'); //? text: W
        text //? text: O
    };
    println!("{label}"); //? label: R
}
