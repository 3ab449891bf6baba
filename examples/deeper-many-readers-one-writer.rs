use std::sync::RwLock;

fn main() {
    let price = RwLock::new(12);
    let (ada, grace) = (price.read().unwrap(), price.read().unwrap());
    println!("{ada} and {grace}");
    println!("{}", price.try_write().is_err());
    drop((ada, grace));
    *price.write().unwrap() += 1;
    println!("{}", price.read().unwrap());
}
