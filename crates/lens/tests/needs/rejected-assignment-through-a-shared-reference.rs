// rustc rejects it: E0594
struct Lamp {
    on: bool,
}
fn switch(lamp: &Lamp) {
    lamp.on = !lamp.on; //? lamp.on: W
}
fn main() {
    let lamp = Lamp { on: false }; //? nothing
    switch(&lamp); //? lamp: R
}
