struct Letter {
    to: String,
    body: String,
}

fn main() {
    let letter = Letter { to: String::from("Bo"), body: String::from("Hello") };
    let to = &letter.to; //~ letter: R-O, letter.to: R-O
    let body = letter.body; //~ letter: R--, letter.to: R--, letter.body: R-O, to: R-C
    println!("{to}: {body}"); //~ letter: ---, letter.to: R--, letter.body: ---, body: R-O
    println!("{}", letter.to); //~ letter: ---, letter.to: R-O, to: R-C
} //~ letter.body: ---, to: R-C
