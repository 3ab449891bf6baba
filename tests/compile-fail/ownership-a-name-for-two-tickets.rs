struct Ticket(String, u32);

fn main() {
    let name = String::from("Ada");
    let one = Ticket(name, 4);
    let other = Ticket(name, 5);
    println!("{} {}", one.0, other.0);
    println!("{} {}", one.1, other.1);
}
