struct Folder {
    name: &'static str,
    inside: Option<Box<Folder>>,
}
fn main() {
    let drafts = Folder {
        name: "drafts",
        inside: Some(Box::new(Folder {
            name: "old",
            inside: None,
        })),
    };
    println!("{}: {}", drafts.name, drafts.inside.is_some());
    println!("{} words", size_of_val(&drafts) / size_of::<usize>());
}
