fn main() {
    report!(); let mut prices = vec![8_u64, 10];
    report!(prices); let second = &raw const prices[1];
    report!(prices, second); prices.push(12);
    report!(prices, second); println!("{}", unsafe { *second });
report!(prices, second); }
// before 5: second -> heap 1+8 Freed { before: 5 }
// before 6: second -> heap 1+8 Freed { before: 5 }
// line 5: Read 8 of heap 1 Freed { before: 5 }
