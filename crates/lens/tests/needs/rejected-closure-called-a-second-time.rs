// rustc rejects it: E0382
fn main() {
    let parcel = String::from("book"); //? nothing
    let deliver = || drop(parcel); //? parcel: O
    deliver(); //? deliver: O
    deliver(); //? deliver: O
}
