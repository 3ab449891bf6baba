fn main() {
    let mut scores = vec![3, 5];
    let best = scores[1];
    scores.push(8);
    println!("{best} of {}", scores.len());
}
