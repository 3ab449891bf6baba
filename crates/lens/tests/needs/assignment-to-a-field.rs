struct Lamp {
    on: bool,
    label: String,
}
fn main() {
    let mut lamp = Lamp { on: false, label: String::from("hall") }; //? nothing
    let label = String::from("door"); //? nothing
    lamp.on = !lamp.on; //? lamp.on: W
    lamp.label = label; //? lamp.label: W, label: O
    println!("{} {}", lamp.on, lamp.label); //? lamp.on: R, lamp.label: R
}
