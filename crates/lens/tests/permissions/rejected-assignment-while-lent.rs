// rustc rejects it: E0506
struct Gauge {
    speed: u32,
    name: String,
}

fn main() {
    let mut gauge = Gauge { speed: 1, name: String::from("left") };
    let shown = &gauge.speed; //~ gauge: RWO, gauge.speed: RWC
    gauge.speed = 2; //~ gauge: R--, gauge.speed: R-C, gauge.name: RWO, shown: R-C
    println!("{shown}"); //~ gauge.name: RWO, shown: R-C, *shown: R-C
    println!("{}", gauge.name); //~ gauge: RWO, gauge.speed: RWC, shown: R-C
} //~ gauge: RWO, shown: R-C
