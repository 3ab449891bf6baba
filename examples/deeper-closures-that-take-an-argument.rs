fn main() {
    let mut tracks = vec!["Blue"];
    let add = |list: &mut Vec<_>| list.push("River");
    let cut = |list: &mut Vec<_>| list.pop();
    add(&mut tracks);
    cut(&mut tracks);
    add(&mut tracks);
    println!("{tracks:?}");
}
