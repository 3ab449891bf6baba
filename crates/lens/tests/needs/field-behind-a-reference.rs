struct Account {
    owner: String,
    cents: i64,
}
fn pay(account: &mut Account, cents: i64) {
    account.cents -= cents; //? account.cents: W, cents: R
    println!("{}", account.owner.len()); //? account.owner: R
}
fn main() {
    let mut account = Account { owner: String::from("a"), cents: 9 }; //? nothing
    pay(&mut account, 2); //? account: W
    println!("{}", account.cents); //? account.cents: R
}
