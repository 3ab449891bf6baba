struct Guest(String);

fn main() {
    let ada = Guest(String::from("Ada"));
    let guests = vec![unsafe { std::ptr::read(&ada) }];
    let tonight = vec![ada];
    println!("{} and {}", guests[0].0, tonight[0].0);
}
