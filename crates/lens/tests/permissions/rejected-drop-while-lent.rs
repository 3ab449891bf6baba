// rustc rejects it: E0505
fn main() {
    let record = String::from("r1");
    let view = &record; //~ record: R-O
    drop(record); //~ record: R--, view: R-C, *view: R--
    println!("{view}"); //~ record: ---, view: R-C, *view: R--
} //~ record: ---, view: R-C
