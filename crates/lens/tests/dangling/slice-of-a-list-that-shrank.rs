fn main() {
    report!(); let mut prices = vec![8_u64, 10, 12];
    report!(prices); let last = &raw const prices[1..];
    report!(prices, last); prices.truncate(1);
    report!(prices, last); prices.shrink_to_fit();
    report!(prices, last); println!("{}", prices.capacity());
report!(prices, last); }
// before 5: last -> heap 1+8 NoValue
// before 6: last -> heap 1+8 Freed { before: 6 }
// before 7: last -> heap 1+8 Freed { before: 6 }
