use std::future::ready;
async fn raise(mut prices: Vec<u32>) {
    let first = &mut prices[0]; //~ prices: RWO
    ready(()).await; //~ prices: ---, first: R-O, *first: RWC
    *first += 1; //~ prices: ---, first: R-O, *first: RWC
    ready(()).await; //~ prices: RWO, first: R-O, *first: RWC
    println!("{prices:?}"); //~ prices: RWO, first: R-O
} //~ prices: RWO, first: ---
fn main() {
    drop(raise(vec![3, 4]));
}
