use std::rc::Rc;

fn main() {
    let song = Rc::new(String::from("Low"));
    {
        let shown = Rc::clone(&song);
        println!("{shown}: {} handles", Rc::strong_count(&song));
    }
    println!("{song}: {} handle", Rc::strong_count(&song));
}
