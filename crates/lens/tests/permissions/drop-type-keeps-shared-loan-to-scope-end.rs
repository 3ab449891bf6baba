struct Timer<'a> {
    label: &'a str,
}
impl Drop for Timer<'_> {
    fn drop(&mut self) {
        println!("{} ended", self.label); //~ self: R-O, *self: RW-
    }
}
fn main() {
    let mut label = String::from("parse");
    {
        let timer = Timer { label: &label }; //~ label: RWO
        println!("{}", timer.label); //~ label: R--, timer: R-O
        println!("working"); //~ label: R--, timer: R-O
    } //~ label: R--, timer: R-O
    label.push('!'); //~ label: RWO
} //~ label: RWO
