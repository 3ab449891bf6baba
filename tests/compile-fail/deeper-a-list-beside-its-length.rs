fn main() {
    let mut lists = vec![vec![3], vec![5, 7]];
    lists[0].push(lists[1].len());
    println!("{lists:?}");
}
