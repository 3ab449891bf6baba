fn main() {
    let width = 3;
    let mut area = width; //~ width: R-C
    area *= width; //~ width: R-C, area: RWC
    let doubled = area + area; //~ width: R-C, area: RWC
    println!("{doubled}"); //~ area: RWC, doubled: R-C
} //~ width: R-C, area: RWC, doubled: R-C
