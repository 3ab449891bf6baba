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
    let User { name, .. } = a; //~ a: R-O
    println!("{a:?}"); //~ a: ---, a.name: ---, a.more: R-O, name: R-O
    println!("{a:?}{name}"); //~ a: ---, a.name: ---, a.more: R-O, name: R-O
    let b = user(); //~ a: ---
    let Some(more) = b.more else { return }; //~ b: R-O, b.more: R-O
    println!("{b:?}{more}"); //~ b: ---, b.more: ---, b.name: R-O
    println!("{:?}", b.more); //~ b: ---, b.more: ---, b.name: R-O
    let c = user(); //~ b: ---
    if let Some(more) = c.more && !more.is_empty() { //~ c: R-O
        println!("{c:?}"); //~ c: ---, c.more: ---
    } //~ c: ---
    println!("{c:?}"); //~ c: ---, c.more: ---, c.name: R-O
    println!("{c:?}"); //~ c: ---, c.more: ---, c.name: R-O
} //~ a: ---, b: ---, c: ---
