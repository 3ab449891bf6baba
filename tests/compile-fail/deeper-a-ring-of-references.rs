struct Stop<'a>(&'static str, Option<&'a Stop<'a>>);

fn main() {
    let mut harbor = Stop("Harbor", None);
    let market = Stop("Market", Some(&harbor));
    harbor.1 = Some(&market);
    println!("{} {}", harbor.1.is_some(), market.1.is_some());
}
