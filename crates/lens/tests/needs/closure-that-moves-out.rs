fn main() {
    let parcel = String::from("book"); //? nothing
    let deliver = || drop(parcel); //? parcel: O
    deliver(); //? deliver: O
    println!("gone"); //? nothing
}
