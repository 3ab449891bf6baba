fn main() {
    let mut guests = vec!["Ada", "Grace", "Edsger"];
    let grace = 1;
    guests.remove(0);
    println!("{}", guests[grace]);
    guests.remove(0);
    println!("{:?}", guests.get(grace));
}
