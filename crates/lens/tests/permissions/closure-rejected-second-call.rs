// rustc rejects it: E0382
fn main() {
    let parcel = String::from("book");
    let deliver = move || drop(parcel); //~ parcel: R-O
    deliver(); //~ parcel: ---, deliver: R-O
    deliver(); //~ parcel: ---, deliver: ---
    println!("gone"); //~ parcel: ---, deliver: ---
}
