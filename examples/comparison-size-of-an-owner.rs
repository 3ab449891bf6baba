fn main() {
    let word = size_of::<usize>();
    println!("&u64             {}", size_of::<&u64>() / word);
    println!("Box<u64>         {}", size_of::<Box<u64>>() / word);
    let optional = size_of::<Option<Box<u64>>>();
    println!("Option<Box<u64>> {}", optional / word);
    println!("Vec<u64>         {}", size_of::<Vec<u64>>() / word);
}
