fn main() {
    let mut sum = 0;
    let mut add: Box<dyn FnMut(u32)> = Box::new(|n| sum += n); //~ sum: RWC
    add(2); //~ sum: ---, add: RWO
    println!("added"); //~ sum: ---, add: RWO
    drop(add); //~ sum: ---, add: RWO
    println!("{sum}"); //~ sum: RWC, add: ---
} //~ sum: RWC, add: ---
