fn main() {
    let prize = String::from("cake");
    for guest in ["Ada", "Grace"] {
        if guest == "Grace" {
            drop(prize);
        }
    }
}
