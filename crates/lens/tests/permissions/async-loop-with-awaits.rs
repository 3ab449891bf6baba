use std::future::ready;
async fn sum(numbers: Vec<u32>) -> u32 {
    let mut total = 0; //~ numbers: R-O
    for number in numbers { //~ numbers: R-O, total: RWC
        total += ready(number).await; //~ numbers: ---, number: R-C, total: RWC
    } //~ numbers: ---, number: R-C, total: RWC
    return total; //~ numbers: ---, total: RWC
}
fn main() {
    drop(sum(vec![1, 2]));
}
