fn price() -> *const u64 {
    report!(); let local = 8;
    report!(local); &raw const local
}

fn main() {
    report!(); let pointer = price();
    report!(pointer); println!("{}", pointer.is_null());
report!(pointer); }
// before 8: pointer -> price.local Returned { before: 8 }
// before 9: pointer -> price.local Returned { before: 8 }
