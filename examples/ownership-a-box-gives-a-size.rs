struct Folder {
    name: &'static str,
    inside: Option<Box<Folder>>,
}

fn main() {
    let (name, inside) = ("old", None);
    let old = Box::new(Folder { name, inside });
    let drafts = Folder {
        name: "drafts",
        inside: Some(old),
    };
    println!("{}: {}", drafts.name, drafts.inside.is_some());
    println!("{} words", size_of_val(&drafts) / size_of::<usize>());
}
