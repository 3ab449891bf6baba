// rustc rejects it: E0499
use std::collections::HashMap;

fn lookup(cache: &mut HashMap<u32, String>) -> &mut String {
    if let Some(hit) = cache.get_mut(&1) { //~ cache: R-O, *cache: RW-
        return hit; //~ cache: ---, *cache: ---, hit: R-O, *hit: RW-
    }
    cache.insert(1, String::from("new")); //~ cache: ---, *cache: ---
    return cache.get_mut(&1).unwrap(); //~ cache: ---, *cache: ---
}

fn main() {
    let mut cache = HashMap::new();
    lookup(&mut cache).push('!'); //~ cache: RWO
    println!("{}", cache.len()); //~ cache: RWO
} //~ cache: RWO
