fn main() {
    let prices = [3, 4, 5];
    let raised = prices.iter().map(|price| {
        println!("raising {price}");
        price + 1
    });
    println!("nothing has happened");
    println!("{:?}", raised.take(2).collect::<Vec<_>>());
}
