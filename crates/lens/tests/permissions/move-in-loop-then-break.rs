fn main() {
    let parcel = String::from("books");
    for door in 1..4 { //~ parcel: R-O
        if door == 2 { //~ door: R-C
            println!("door {door}"); //~ parcel: R-O, door: R-C
            drop(parcel); //~ parcel: R-O
            break; //~ parcel: ---, door: R-C
        }
    }
    println!("done"); //~ parcel: ---
} //~ parcel: ---
