// rustc rejects it: E0382
fn main() {
    let parcel = String::from("books");
    let doors = vec![1, 2]; //~ parcel: R-O
    for door in doors { //~ parcel: R-O, doors: R-O
        println!("{door}"); //~ doors: ---, door: R-C
        drop(parcel); //~ parcel: ---, door: R-C
        println!("next"); //~ parcel: ---, door: R-C
    } //~ parcel: ---
    println!("done"); //~ parcel: ---, doors: ---
} //~ parcel: ---
