fn main() {
    let minutes = [3, 4, 5, 2, 6];
    for side in minutes.chunks(2) {
        println!("{side:?}");
    }
    let (opening, rest) = minutes.split_at(1);
    println!("{opening:?} then {rest:?}");
}
