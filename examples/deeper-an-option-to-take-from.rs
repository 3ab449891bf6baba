fn main() {
    let mut prize = Some(String::from("cake"));
    for guest in ["Ada", "Grace", "Edsger"] {
        if guest != "Ada" {
            println!("{guest} takes {:?}", prize.take());
        }
    }
}
