fn main() {
    let names = vec![String::from("a")]; //? nothing
    let count = names.len(); //? names: R
    assert_eq!(names[0], "a", "{names:?}"); //? names: R
    assert!(count == 1); //? count: R
    debug_assert!(!names.is_empty()); //? names: R
}
