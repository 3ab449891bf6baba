use std::cell::OnceCell;
use std::rc::{Rc, Weak};

struct Folder(&'static str, OnceCell<Rc<Folder>>, Weak<Folder>);

fn main() {
    let home = Rc::new(Folder("home", OnceCell::new(), Weak::new()));
    let up = Rc::downgrade(&home);
    let drafts = Rc::new(Folder("drafts", OnceCell::new(), up));
    let _ = home.1.set(Rc::clone(&drafts));
    println!("{:?}", drafts.2.upgrade().map(|folder| folder.0));
    drop(home);
    println!("{:?}", drafts.2.upgrade().map(|folder| folder.0));
}
