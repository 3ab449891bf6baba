#[derive(Clone, Copy)]
struct Money {
    cents: i64,
}
impl Money {
    fn doubled(&self) -> Money {
        let mut copy = *self; //~ self: R-C, *self: R-C
        copy.cents *= 2; //~ self: R-C, *self: R-C, copy: RWC, copy.cents: RWC
        return copy; //~ copy: RWC
    }
}
fn main() {
    let price = Money { cents: 5 };
    let twice = price.doubled(); //~ price: R-C, price.cents: R-C
    println!("{} {}", price.cents, twice.cents); //~ price: R-C, twice: R-C, twice.cents: R-C
} //~ price: R-C, twice: R-C
