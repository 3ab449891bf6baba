trait Shape {
    fn area(&self) -> f64;
    fn grow(&mut self);
}
struct Square(f64);
impl Shape for Square {
    fn area(&self) -> f64 {
        return self.0 * self.0; //~ self: R-C, *self: R--
    }
    fn grow(&mut self) {
        self.0 += 1.0; //~ self: R-O, *self: RW-
    } //~ self: R-O, *self: RW-
}
fn main() {
    let mut shape: Box<dyn Shape> = Box::new(Square(2.0));
    shape.grow(); //~ shape: RWO, *shape: RW-
    let other = shape; //~ shape: RWO, *shape: RW-
    println!("{}", other.area()); //~ shape: ---, *shape: ---, other: R-O, *other: R--
} //~ shape: ---, other: R-O
