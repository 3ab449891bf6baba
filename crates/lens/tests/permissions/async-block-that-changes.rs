use std::future::ready;
async fn tally(mut hits: u32) {
    let task = async { //~ hits: RWC
        hits += 1; //~ hits: RWC
        ready(()).await; //~ hits: RWC
        hits += 1; //~ hits: RWC
    };
    println!("before"); //~ hits: ---, task: R-O
    task.await; //~ hits: ---, task: R-O
    println!("{hits}"); //~ hits: RWC, task: ---
} //~ hits: RWC, task: ---
fn main() {
    drop(tally(0));
}
