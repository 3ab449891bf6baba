fn main() {
    let parcel = String::from("book");
    let deliver = || { //~ parcel: R-O
        println!("{parcel}"); //~ parcel: R-O
        drop(parcel); //~ parcel: R-O
        println!("gone"); //~ parcel: ---
    };
    println!("ready"); //~ parcel: ---, deliver: R-O
    deliver(); //~ parcel: ---, deliver: R-O
} //~ parcel: ---, deliver: ---
