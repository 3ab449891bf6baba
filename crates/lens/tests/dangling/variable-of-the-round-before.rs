fn main() {
    let mut last: *const u64 = std::ptr::null();
    for round in 0..2 {
        report!(last); let seat = 7 + round;
        report!(last, seat); println!("{}", last.is_null());
        report!(last, seat); last = &raw const seat;
    report!(last, seat); }
    report!(last); println!("{}", last.is_null());
report!(last); }
// before 4: last -> main.seat OutOfScope { before: 4 }
// before 5: last -> main.seat OutOfScope { before: 4 }
// before 6: last -> main.seat OutOfScope { before: 4 }
// before 8: last -> main.seat OutOfScope { before: 8 }
// before 9: last -> main.seat OutOfScope { before: 8 }
