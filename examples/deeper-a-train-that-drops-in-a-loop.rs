struct Car(Option<Box<Car>>);

impl Drop for Car {
    fn drop(&mut self) {
        let mut rest = self.0.take();
        while let Some(mut car) = rest {
            rest = car.0.take();
        }
    }
}

fn main() {
    drop((0..1_000_000).fold(Car(None), |rest, _| Car(Some(rest.into()))));
    println!("the line is clear");
}
