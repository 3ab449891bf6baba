fn main() {
    let mut bytes = [1, 2, 3, 4]; //? nothing
    let middle = 2; //? nothing
    let (left, right) = bytes.split_at_mut(middle); //? bytes: W, middle: R
    left[0] = right[1]; //? left[_]: W, right[_]: R
    left.copy_from_slice(right); //? *left: W, *right: R
    println!("{bytes:?}"); //? bytes: R
}
