use std::fmt::Display;

fn main() {
    let line: Vec<Box<dyn Display>> = vec![Box::new(2), Box::new("cups of"), Box::new('茶')];
    for part in &line {
        println!("{part}");
    }
}
