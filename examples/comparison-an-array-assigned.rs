fn main() {
    let first = [1, 2, 3];
    let mut second = first;
    second[0] = 9;
    println!("{first:?} {second:?}");
}
