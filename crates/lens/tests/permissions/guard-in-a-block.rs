use std::sync::RwLock;
fn main() {
    let mut prices = RwLock::new(vec![3]);
    {
        let mut writer = prices.write().unwrap(); //~ prices: RWO
        writer.push(4); //~ prices: R--, writer: RWO
        println!("{}", writer.len()); //~ prices: R--, writer: RWO
    } //~ prices: R--, writer: RWO
    prices.get_mut().unwrap().push(5); //~ prices: RWO
} //~ prices: RWO
