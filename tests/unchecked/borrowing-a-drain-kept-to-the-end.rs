fn main() {
    let mut queue = vec![String::from("Ada"), String::from("Grace")];
    let served = unsafe { (*(&raw mut queue)).drain(..1) };
    println!("{} served", served.len());
    queue.push(String::from("Edsger"));
}
