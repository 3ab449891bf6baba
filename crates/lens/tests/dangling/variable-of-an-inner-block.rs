fn main() {
    let pointer: *const u64;
    {
        report!(); let seat = 7;
        report!(seat); pointer = &raw const seat;
    report!(seat, pointer); }
    report!(pointer); println!("{}", unsafe { *pointer });
report!(pointer); }
// before 7: pointer -> main.seat OutOfScope { before: 7 }
// before 8: pointer -> main.seat OutOfScope { before: 7 }
// line 7: Read 8 of main.seat OutOfScope { before: 7 }
