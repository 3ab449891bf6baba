// rustc rejects it: E0382
#[derive(Debug)]
struct Inner {
    text: String,
    list: Vec<String>,
}

#[derive(Debug)]
struct User {
    id: u8,
    name: String,
    inner: Inner,
    more: Option<String>,
}

fn user() -> User {
    User { id: 1, name: String::new(), inner: Inner { text: String::new(), list: Vec::new() }, more: None }
}

fn main() {
    let a = user();
    let b = User { id: 2, ..a }; //~ a: R-O
    println!("{a:?}"); //~ a: ---
    println!("{a:?}{b:?}"); //~ a: ---, a.id: R-C, a.name: ---, b: R-O
    let c = user(); //~ a: ---
    let bytes = c.name.into_bytes(); //~ c: R-O
    println!("{c:?}{bytes:?}"); //~ c: ---, c.name: ---, c.more: R-O
    println!("{c:?}"); //~ c: ---, c.name: ---
    let d = user(); //~ c: ---
    for one in d.inner.list { //~ d: R-O, d.inner: R-O
        println!("{one}{d:?}"); //~ d: ---, d.inner: ---
        println!("{d:?}"); //~ d: ---, d.inner: ---, d.name: R-O
    } //~ d: ---
    println!("{:?}", d.inner); //~ d: ---, d.inner: ---, d.name: R-O
    let e = user(); //~ d: ---
    let User { inner: Inner { text, .. }, .. } = e; //~ e: R-O
    println!("{e:?}"); //~ e: ---, e.inner: ---, e.name: R-O, text: R-O
    println!("{e:?}"); //~ e: ---, e.inner: ---, e.name: R-O, text: R-O
    let f = user(); //~ e: ---
    let Some(more) = f.more else { return }; //~ f: R-O, f.more: R-O
    println!("{f:?}{more}"); //~ f: ---, f.more: ---
    println!("{f:?}"); //~ f: ---, f.more: ---, f.name: R-O
    let g = user(); //~ f: ---
    let size = move || g.name.len(); //~ g: R-O
    println!("{g:?}"); //~ g: ---, g.name: ---, g.id: R-C
    println!("{g:?}{}", size()); //~ g: ---, g.name: ---, g.id: R-C
    let h = user(); //~ g: ---
    if let Some(more) = h.more && !more.is_empty() { //~ h: R-O
        println!("{h:?}"); //~ h: ---, h.more: ---
    } //~ h: ---
    println!("{h:?}"); //~ h: ---, h.more: ---, h.name: R-O
    println!("{h:?}"); //~ h: ---, h.more: ---, h.name: R-O
    let i = user(); //~ h: ---
    let sum = i.name + "!"; //~ i: R-O
    println!("{i:?}"); //~ i: ---, i.name: ---
    println!("{i:?}{sum}"); //~ i: ---, i.name: ---
} //~ a: ---, c: ---, d: ---, e: ---, f: ---, g: ---, h: ---, i: ---
