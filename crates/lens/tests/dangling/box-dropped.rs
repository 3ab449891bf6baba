fn main() {
    report!(); let mut price = Box::new(8_u64);
    report!(price); let pointer = &raw mut *price;
    report!(price, pointer); drop(price);
    report!(pointer); unsafe { *pointer = 9 };
    report!(pointer); println!("written");
report!(pointer); }
// before 5: pointer -> heap 1 Freed { before: 5 }
// before 5: pointer -> heap 1 Freed { before: 5 }
// before 6: pointer -> heap 1 Freed { before: 5 }
// before 7: pointer -> heap 1 Freed { before: 5 }
// line 5: Written 8 of heap 1 Freed { before: 5 }
