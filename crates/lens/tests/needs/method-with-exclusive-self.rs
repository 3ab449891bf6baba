struct Tank {
    liters: u32,
}
impl Tank {
    fn fill(&mut self, more: u32) {
        self.liters += more; //? self.liters: W, more: R
    }
}
fn main() {
    let mut tank = Tank { liters: 4 }; //? nothing
    tank.fill(3); //? tank: W
    println!("{}", tank.liters); //? tank.liters: R
}
