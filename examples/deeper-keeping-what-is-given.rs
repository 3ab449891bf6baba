struct Guest {
    name: String,
}

impl Guest {
    fn new(name: impl Into<String>) -> Guest {
        Guest { name: name.into() }
    }
}

fn main() {
    let name = String::from("Ada");
    let guests = [Guest::new(name), Guest::new("Grace")];
    println!("{} and {}", guests[0].name, guests[1].name);
}
