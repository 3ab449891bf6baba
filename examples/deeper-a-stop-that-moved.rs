fn main() {
    let mut stops = vec![("harbor", 1), ("market", 2), ("museum", 0)];
    stops.swap_remove(0);
    for (name, next) in &stops {
        let next = stops.get(*next).map(|stop| stop.0);
        println!("{name} leads to {next:?}");
    }
}
