enum Light { Red, Green }
struct Crossing {
    light: Light,
}
fn step(crossing: &mut Crossing) {
    match crossing.light { //? crossing.light: R
        Light::Red => crossing.light = Light::Green,
        Light::Green => crossing.light = Light::Red,
    }
}
fn main() {
    step(&mut Crossing { light: Light::Red }); //? nothing
}
