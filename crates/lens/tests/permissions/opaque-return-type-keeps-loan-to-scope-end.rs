fn evens(numbers: &[u32]) -> impl Iterator<Item = u32> {
    return numbers.iter().copied().filter(|n| n % 2 == 0); //~ numbers: R-C, *numbers: R--
}

fn main() {
    let mut numbers = vec![1, 2];
    let mut found = evens(&numbers); //~ numbers: RWO
    println!("{:?}", found.next()); //~ numbers: R--, found: RWO
    println!("still lent"); //~ numbers: R--, found: RWO
    drop(found); //~ numbers: R--, found: RWO
    numbers.push(4); //~ numbers: RWO, found: ---
} //~ numbers: RWO, found: ---
