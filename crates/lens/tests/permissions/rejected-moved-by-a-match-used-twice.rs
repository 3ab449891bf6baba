// rustc rejects it: E0382
fn main() {
    let parcel = Some(String::from("a"));
    match parcel { //~ parcel: R-O
        Some(text) => println!("{text}"), //~ parcel: ---, text: R-O
        None => println!("none"), //~ parcel: R-O
    }
    println!("{parcel:?}"); //~ parcel: ---
    println!("{}", parcel.is_some()); //~ parcel: ---
} //~ parcel: ---
