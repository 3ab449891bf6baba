use std::mem::size_of;

fn main() {
    let line = String::from("ERROR disk full");
    let disk = &line[6..10];

    println!("{disk}: {} bytes", disk.len());
    println!(
        "{} into the text",
        disk.as_ptr().addr() - line.as_ptr().addr()
    );
    assert_eq!(size_of::<&String>(), size_of::<usize>());
    assert_eq!(size_of::<&str>(), 2 * size_of::<usize>());
    assert_eq!(size_of::<&[u64]>(), 2 * size_of::<usize>());
}
