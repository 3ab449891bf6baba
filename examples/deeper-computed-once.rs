use std::cell::OnceCell;
use std::sync::LazyLock;

static PRICE: LazyLock<u32> = LazyLock::new(|| {
    println!("looking up the price");
    12
});

fn main() {
    let seat = OnceCell::new();
    println!("doors open");
    println!("{} {}", *PRICE, seat.get_or_init(|| "4C"));
    println!("{} {}", *PRICE, seat.get_or_init(|| "9F"));
}
