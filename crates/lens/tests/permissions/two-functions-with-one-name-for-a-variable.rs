fn longest(words: &[String]) -> usize {
    let count = words.len(); //~ words: R-C, *words: R--
    return count; //~ words: R-C, count: R-C
}

fn main() {
    let mut words = vec![String::from("a")];
    let mut count = longest(&words); //~ words: RWO
    count += 1; //~ words: RWO, count: RWC
    words.push(count.to_string()); //~ words: RWO, count: RWC
} //~ words: RWO, count: RWC
