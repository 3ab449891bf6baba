// rustc rejects it: E0507
fn repeat(work: impl Fn()) {
    work(); //~ work: R-O
    work(); //~ work: R-O
}
fn main() {
    let parcel = String::from("book");
    repeat(move || { //~ parcel: R-O
        println!("{parcel}"); //~ parcel: R--
        drop(parcel); //~ parcel: R--
    });
    println!("done"); //~ parcel: ---
}
