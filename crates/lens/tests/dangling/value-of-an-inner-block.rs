fn main() {
    report!(); let pointer = { let inner = 8_u64; &raw const inner };
    report!(pointer); println!("{}", pointer.is_null());
report!(pointer); }
// before 3: pointer -> main.inner OutOfScope { before: 3 }
// before 4: pointer -> main.inner OutOfScope { before: 3 }
