fn main() {
    let mut data = vec![1, 2, 3, 4];
    let (left, right) = data.split_at_mut(2); //~ data: RWO
    left[0] = right[0]; //~ data: ---, left: R-O, *left: RW-, right: R-O, *right: RW-
    right[1] = 9; //~ data: ---, left: R-O, right: R-O
    println!("{data:?}"); //~ data: RWO, left: R-O, right: R-O
} //~ data: RWO, left: ---, right: ---
