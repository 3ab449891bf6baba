struct Shop {
    tax: u32,
    sold: Vec<u32>,
}
impl Shop {
    fn total(&mut self) -> u32 {
        let taxed = |price: &u32| price + self.tax; //? self.tax: R
        self.sold.push(0); //? self.sold: W
        self.sold.iter().map(taxed).sum() //? self.sold: R, taxed: R
    }
}
fn main() {
    println!("{}", Shop { tax: 1, sold: vec![4] }.total()); //? nothing
}
