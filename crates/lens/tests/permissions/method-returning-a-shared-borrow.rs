struct Shelf {
    books: Vec<String>,
}

impl Shelf {
    fn top(&self) -> Option<&String> {
        return self.books.last(); //~ self: R-C, *self: R--
    }
}

fn main() {
    let mut shelf = Shelf { books: vec![String::from("Emma")] };
    let top = shelf.top(); //~ shelf: RWO, shelf.books: RWO
    println!("{top:?}"); //~ shelf: R--, shelf.books: R--, top: R-C
    shelf.books.clear(); //~ shelf: RWO, shelf.books: RWO, top: R-C
    println!("{:?}", shelf.top()); //~ shelf: RWO, top: ---
} //~ shelf: RWO, top: ---
