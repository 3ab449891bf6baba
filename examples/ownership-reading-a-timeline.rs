fn main() {
    let mut title = String::from("River");
    let reader = &title;
    println!("{reader}");
    title.push('s');
    let shelf = vec![title];
    println!("{shelf:?}");
}
