struct Undo<'a> {
    log: &'a mut Vec<u32>,
}
impl Drop for Undo<'_> {
    fn drop(&mut self) {
        self.log.pop(); //~ self: R-O, *self: RW-
    } //~ self: R-O, *self: RW-
}
fn main() {
    let mut log = vec![1, 2];
    {
        let undo = Undo { log: &mut log }; //~ log: RWO
        undo.log.push(3); //~ log: ---, undo: R-O
        println!("working"); //~ log: ---, undo: R-O
    } //~ log: ---, undo: R-O
    println!("{}", log.len()); //~ log: RWO
} //~ log: RWO
