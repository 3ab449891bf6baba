use std::future::ready;
struct Meter(Vec<u32>);
impl Meter {
    async fn add(&mut self, more: u32) {
        self.0.push(more); //~ self: R-O, *self: RW-, more: R-C
        ready(()).await; //~ self: R-O, *self: RW-, more: R-C
        println!("{:?}", self.0); //~ self: R-O, *self: RW-, more: R-C
    } //~ self: R-O, *self: RW-, more: R-C
}
async fn run(mut meter: Meter) {
    meter.add(3).await; //~ meter: RWO
    println!("{:?}", meter.0); //~ meter: RWO
} //~ meter: RWO
fn main() { drop(run(Meter(vec![1]))) }
