fn main() {
    let parcel = String::from("book");
    let deliver = || drop(parcel); //~ parcel: R-O
    println!("ready"); //~ parcel: ---, deliver: R-O
    deliver(); //~ parcel: ---, deliver: R-O
    println!("gone"); //~ parcel: ---, deliver: ---
} //~ deliver: ---
