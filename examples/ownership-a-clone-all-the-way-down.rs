fn main() {
    let list = vec![String::from("bread"), String::from("milk")];
    let copy = list.clone();

    println!("list shared: {}", list.as_ptr() == copy.as_ptr());
    for (old, new) in list.iter().zip(&copy) {
        println!("{old} shared: {}", old.as_ptr() == new.as_ptr());
    }
}
