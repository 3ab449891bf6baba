fn main() {
    let mut queue = vec![String::from("Ada"), String::from("Grace")];
    let first = &raw const queue[0];
    queue.push(String::from("Edsger"));
    println!("{} is served", unsafe { &*first });
}
