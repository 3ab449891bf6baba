struct Shelf {
    books: Vec<String>,
}
impl Shelf {
    fn stamp(&mut self, at: usize) -> &String {
        self.books[at].push('*'); //? self.books: W, at: R
        &self.books[at] //? self.books: R, at: R
    }
}
fn main() {
    let mut shelf = Shelf { books: vec![String::from("a")] }; //? nothing
    println!("{}", shelf.stamp(0)); //? shelf: W
}
