struct Car(Option<Box<Car>>);

fn add(train: &mut Option<Box<Car>>) {
    let mut end = train;
    while let Some(car) = end {
        end = &mut car.0;
    }
    *end = Some(Box::new(Car(None)));
}

fn main() {
    let mut train = None;
    add(&mut train);
    println!("{}", train.is_some());
}
