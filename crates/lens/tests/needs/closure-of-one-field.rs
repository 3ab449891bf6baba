struct Counter {
    label: String,
    hits: u32,
}
fn main() {
    let mut counter = Counter { label: String::from("a"), hits: 0 }; //? nothing
    let mut hit = || counter.hits += 1; //? counter.hits: W
    hit(); //? hit: W
    let label = || counter.label.len(); //? counter.label: R
    println!("{}", label()); //? label: R
    let own = move || counter.label; //? counter.label: O
    println!("{} {}", own(), counter.hits); //? own: O, counter.hits: R
}
