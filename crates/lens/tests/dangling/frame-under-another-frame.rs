fn price() -> *const u64 {
    report!(); let local = 8;
    report!(local); &raw const local
}

fn other(pointer: *const u64) -> u64 {
    report!(pointer); let another = 9;
    report!(pointer, another); another
}

fn main() {
    report!(); let pointer = price();
    report!(pointer); println!("{}", other(pointer));
report!(pointer); }
// before 13: pointer -> price.local Returned { before: 13 }
// before 7: pointer -> price.local Returned { before: 13 }
// before 8: pointer -> price.local Returned { before: 13 }
// before 14: pointer -> price.local Returned { before: 13 }
