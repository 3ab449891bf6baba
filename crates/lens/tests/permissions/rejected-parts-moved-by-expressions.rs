// rustc rejects it: E0382
#[derive(Debug)]
struct User {
    name: String,
    more: Option<String>,
}

fn user() -> User {
    User { name: String::new(), more: None }
}

fn main() {
    let a = user();
    let b = User { name: String::new(), ..a }; //~ a: R-O
    println!("{a:?}"); //~ a: ---, a.more: ---, a.name: R-O
    println!("{a:?}{b:?}"); //~ a: ---, a.more: ---, a.name: R-O, b: R-O
    let c = user(); //~ a: ---
    let bytes = c.name.into_bytes(); //~ c: R-O, c.name: R-O
    println!("{c:?}{bytes:?}"); //~ c: ---, c.name: ---, c.more: R-O
    println!("{c:?}"); //~ c: ---, c.name: ---, c.more: R-O
    let d = user(); //~ c: ---
    let sum = d.name + "!"; //~ d: R-O
    println!("{d:?}"); //~ d: ---, d.name: ---, d.more: R-O
    println!("{d:?}{sum}"); //~ d: ---, d.name: ---, d.more: R-O
} //~ a: ---, c: ---, d: ---
