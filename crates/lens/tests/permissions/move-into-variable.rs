fn main() {
    let title = String::from("draft");
    let heading = title; //~ title: R-O
    println!("{heading}"); //~ title: ---, heading: R-O
    let mut owned = heading; //~ title: ---, heading: R-O
    owned.push('!'); //~ heading: ---, owned: RWO
} //~ title: ---, heading: ---, owned: RWO
