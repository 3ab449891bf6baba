// rustc rejects it: E0382
#[derive(Debug)]
struct User {
    name: String,
    more: Option<String>,
}

fn user() -> User {
    User { name: String::new(), more: None }
}

struct Pair {
    left: User,
    right: User,
}

fn main() {
    let a = Pair { left: user(), right: user() };
    for c in a.left.more { //~ a: R-O, a.left: R-O
        println!("{c:?}{:?}", a.left); //~ a: ---, a.left: ---, a.right: R--
        println!("{:?}", a.left); //~ a: ---, a.left: ---, a.right: R--
    } //~ a: ---
    let size = move || a.right.name.len(); //~ a: ---, a.left: ---, a.right: R-O
    println!("{:?}{:?}", a.left, a.right); //~ a: ---, a.left: ---, a.right: ---
    println!("{:?}{:?}{}", a.left, a.right, size()); //~ a: ---, a.left: ---, a.right: ---
} //~ a: ---, a.left: ---, a.right: ---
