fn main() {
    let text = String::from("a b"); //? nothing
    let view = &text; //? text: R
    let count = move || view.len(); //? view: R
    println!("{} {view}", count()); //? count: R, view: R
}
