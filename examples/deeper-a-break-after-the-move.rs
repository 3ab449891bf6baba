fn main() {
    let prize = String::from("cake");
    for guest in ["Ada", "Grace", "Edsger"] {
        if guest == "Grace" {
            println!("{guest} takes the {}", { prize });
            break;
        }
    }
}
