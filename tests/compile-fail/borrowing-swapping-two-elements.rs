fn main() {
    let mut queue = vec!["Ada", "Grace", "Edsger"];
    std::mem::swap(&mut queue[0], &mut queue[2]);
    println!("{queue:?}");
}
