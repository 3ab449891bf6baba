fn main() {
    let mut count = 0;
    let mut tick = || count += 1; //~ count: RWC
    tick(); //~ count: ---, tick: RWO
    tick(); //~ count: ---, tick: RWO
    println!("{count}"); //~ count: RWC, tick: RWO
    count += 10; //~ count: RWC, tick: ---
} //~ count: RWC, tick: ---
