struct Folder {
    name: &'static str,
    inside: Option<Folder>,
}

fn main() {
    let drafts = Folder {
        name: "drafts",
        inside: None,
    };
    println!("{}", drafts.name);
}
