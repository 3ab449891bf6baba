struct Counter {
    label: String,
    hits: u32,
}

fn main() {
    let mut counter = Counter { label: String::from("a"), hits: 0 };
    let mut hit = || counter.hits += 1; //~ counter: RWO, counter.hits: RWC
    hit(); //~ counter: ---, counter.label: RWO, counter.hits: ---, hit: RWO
    counter.label.push('!'); //~ counter: ---, counter.label: RWO, counter.hits: ---
    hit(); //~ counter.label: RWO, counter.hits: ---, hit: RWO
    println!("{} {}", counter.label, counter.hits); //~ counter: RWO, counter.hits: RWC, hit: RWO
} //~ counter: RWO, hit: ---
