use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};
fn main() {
    report!(); let mut prices: HashMap<u32, u64, BuildHasherDefault<DefaultHasher>> = HashMap::default();
    report!(); prices.insert(1, 8);
    report!(); let price: *const u64 = &prices[&1];
    report!(price); prices.extend([(2, 9), (3, 10), (4, 11), (5, 12)]);
    report!(price); println!("{}", unsafe { *price });
report!(price); }
// before 8: price -> heap 1+56 Freed { before: 8 }
// before 9: price -> heap 1+56 Freed { before: 8 }
// line 8: Read 8 of heap 1 Freed { before: 8 }
