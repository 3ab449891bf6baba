struct Stop(&'static str, usize);

fn main() {
    let mut stops = vec![Stop("Harbor", 0)];
    stops.push(Stop("Market", 0));
    stops[0].1 = 1;
    let mut here = 0;
    for _ in 0..3 {
        println!("{}", stops[here].0);
        here = stops[here].1;
    }
}
