struct Guest {
    name: String,
    paid: bool,
}

fn main() {
    let ada = Guest {
        name: String::from("Ada"),
        paid: false,
    };
    let mut guests = Vec::from([ada]);
    let tonight = vec![0];
    for number in tonight {
        guests[number].paid = true;
    }
    println!("{} has paid: {}", guests[0].name, guests[0].paid);
}
