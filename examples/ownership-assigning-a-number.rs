fn main() {
    let mut free = 40;
    let yesterday = free;
    free -= 3;
    println!("yesterday {yesterday}, today {free}");
}
