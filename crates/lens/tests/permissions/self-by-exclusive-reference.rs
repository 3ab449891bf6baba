struct Tank {
    litres: u32,
    log: Vec<u32>,
}
impl Tank {
    fn fill(&mut self, litres: u32) {
        let log = &mut self.log; //~ self: R-O, *self: RW-, litres: R-C
        self.litres += litres; //~ self: ---, *self: ---, log: R-O, *log: RW-
        log.push(litres); //~ self: ---, *self: ---, log: R-O
    } //~ self: R-O, *self: RW-, log: R-O
}
fn main() {
    let mut tank = Tank { litres: 0, log: Vec::new() };
    tank.fill(3); //~ tank: RWO, tank.litres: RWC, tank.log: RWO
    println!("{} {}", tank.litres, tank.log.len()); //~ tank: RWO
} //~ tank: RWO
