struct Tank {
    liters: u32,
}
impl Tank {
    fn is_full(&self) -> bool {
        self.liters >= 10 //? self.liters: R
    }
}
fn main() {
    let tank = Tank { liters: 4 }; //? nothing
    let full = tank.is_full(); //? tank: R
    println!("{full}"); //? full: R
}
