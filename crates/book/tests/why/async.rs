async fn greet(name: String) -> usize { println!("{name}"); name.len() }
async fn run() {
    let name = String::from("Ada");
    let f = greet(name);
    println!("made");
    let n = f.await;
    println!("{n}");
}
fn main() {
    let fut = run();
    drop(fut);
}
//= line 6 awaits; nothing is held across it
//= lines 5-8: name cannot be read, written or moved: moved on line 4 (value moved here)
//= lines 7-8: f cannot be read, written or moved: moved on line 6 (`f` moved due to this await)
//= line 12: fut cannot be read, written or moved: moved on line 11 (value moved here)
