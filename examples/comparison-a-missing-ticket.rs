fn main() {
    let sold = [(3, 1200), (5, 900)];
    println!("looking for seat 7");
    let ticket = sold.iter().find(|ticket| ticket.0 == 7);
    println!("{} cents", ticket.unwrap().1);
}
