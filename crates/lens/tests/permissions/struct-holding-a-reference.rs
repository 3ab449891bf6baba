struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

fn main() {
    let mut source = String::from("a b");
    let mut lexer = Lexer { text: &source, at: 0 }; //~ source: RWO
    lexer.at += 1; //~ source: R--, lexer: RWO
    println!("{}", &lexer.text[lexer.at..]); //~ source: R--, lexer: RWO
    source.push('c'); //~ source: RWO, lexer: RWO
    println!("{source}"); //~ source: RWO, lexer: ---
} //~ source: RWO, lexer: ---
