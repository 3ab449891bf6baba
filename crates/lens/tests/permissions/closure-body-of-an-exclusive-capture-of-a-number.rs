fn main() {
    let mut count = 0;
    let mut tick = || { //~ count: RWC
        count += 1; //~ count: RWC
        let seen = count; //~ count: RWC
        println!("{seen}"); //~ count: RWC, seen: R-C
    };
    tick(); //~ count: ---, tick: RWO
    println!("{count}"); //~ count: RWC, tick: RWO
} //~ count: RWC, tick: ---
