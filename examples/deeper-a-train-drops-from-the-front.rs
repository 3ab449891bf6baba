struct Car(u32, Option<Box<Car>>);

impl Drop for Car {
    fn drop(&mut self) {
        println!("car {}, last: {}", self.0, self.1.is_none());
    }
}

fn main() {
    let last = Some(Box::new(Car(3, None)));
    let middle = Some(Box::new(Car(2, last)));
    let _engine = Car(1, middle);
}
