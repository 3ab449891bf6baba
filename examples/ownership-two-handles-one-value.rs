use std::rc::Rc;

fn main() {
    let kitchen = Rc::new(String::from("bread, milk"));
    {
        let pocket = Rc::clone(&kitchen);
        println!("{pocket}: {} handles", Rc::strong_count(&pocket));
    }
    println!("{kitchen}: {} handle", Rc::strong_count(&kitchen));
}
