struct Door {
    opened: u32,
}
impl Door {
    fn open(&mut self) -> &mut Door {
        self.opened += 1; //? self.opened: W
        self //? *self: W
    }
    fn open_twice(&mut self) {
        self.open().open(); //? *self: W
    }
}
fn main() {
    Door { opened: 0 }.open_twice(); //? nothing
}
