fn main() {
    let mut tickets = vec![7, 12, 9, 14];
    let sold = [12, 14];

    tickets.retain(|seat| !sold.contains(seat));
    for seat in &mut tickets {
        *seat += 100;
    }
    println!("{tickets:?}");
}
