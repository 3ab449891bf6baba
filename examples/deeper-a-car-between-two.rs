struct Car(u8, Option<Box<Car>>);

fn uncouple(car: &mut Car) -> Option<Box<Car>> {
    let mut out = car.1.take()?;
    car.1 = out.1.take();
    Some(out)
}

fn main() {
    let last = Car(3, None);
    let mut engine = Car(1, Some(Box::new(Car(2, Some(Box::new(last))))));
    let out = uncouple(&mut engine).map(|car| car.0);
    let next = engine.1.as_deref().map(|car| car.0);
    println!("{out:?} {next:?}");
}
