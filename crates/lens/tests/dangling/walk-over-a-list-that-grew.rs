fn main() {
    report!(); let mut prices = vec![8_u64, 10, 12];
    report!(prices); let mut next = prices.as_ptr();
    report!(prices, next); prices.push(14);
    report!(prices, next); for _ in 0..2 {
        report!(prices, next); println!("{}", unsafe { *next });
        report!(prices, next); next = next.wrapping_add(1);
    report!(prices, next); }
    report!(prices, next); println!("{}", prices.len());
report!(prices, next); }
// before 5: next -> heap 1 Freed { before: 5 }
// before 6: next -> heap 1 Freed { before: 5 }
// before 7: next -> heap 1 Freed { before: 5 }
// before 8: next -> heap 1+8 Freed { before: 5 }
// before 6: next -> heap 1+8 Freed { before: 5 }
// before 7: next -> heap 1+8 Freed { before: 5 }
// before 8: next -> heap 1+16 Freed { before: 5 }
// before 9: next -> heap 1+16 Freed { before: 5 }
// before 10: next -> heap 1+16 Freed { before: 5 }
// line 6: Read 8 of heap 1 Freed { before: 5 }
// line 6: Read 8 of heap 1 Freed { before: 5 }
