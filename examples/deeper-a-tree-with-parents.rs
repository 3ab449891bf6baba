use std::cell::RefCell;
use std::rc::{Rc, Weak};

struct Folder(&'static str, RefCell<Option<Rc<Folder>>>, Weak<Folder>);

fn main() {
    let home = Rc::new(Folder("home", RefCell::new(None), Weak::new()));
    let up = Rc::downgrade(&home);
    let drafts = Rc::new(Folder("drafts", RefCell::new(None), up));
    home.1.replace(Some(Rc::clone(&drafts)));
    println!("{:?}", drafts.2.upgrade().map(|folder| folder.0));
    drop(home);
    println!("{:?}", drafts.2.upgrade().map(|folder| folder.0));
}
