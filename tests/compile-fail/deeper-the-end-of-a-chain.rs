struct Car(Option<Box<Car>>);

fn add(train: &mut Car) {
    let mut car = train;
    while let Some(next) = &mut car.0 {
        car = next;
    }
    car.0 = Some(Box::new(Car(None)));
}

fn main() {
    add(&mut Car(None));
}
