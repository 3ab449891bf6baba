fn main() {
    let mut stock = vec![10, 0, 2];
    if let Ok([from, to]) = stock.get_disjoint_mut([0, 2]) {
        *from -= 3;
        *to += 3;
    }
    println!("{stock:?}");
    assert!(stock.get_disjoint_mut([1, 1]).is_err());
}
