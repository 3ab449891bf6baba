use std::rc::Rc;

type Row = [usize; 100];

fn main() {
    let word = size_of::<usize>();
    println!("Row         {}", size_of::<Row>() / word);
    println!("Box<Row>    {}", size_of::<Box<Row>>() / word);
    println!("Rc<Row>     {}", size_of::<Rc<Row>>() / word);
    println!("Option<Rc>  {}", size_of::<Option<Rc<Row>>>() / word);
}
