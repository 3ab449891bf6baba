fn main() {
    let name = "Zoë Ng";
    let initials: String = name.chars().take(3).collect();
    println!("{initials}, {} bytes", name.len());
}
