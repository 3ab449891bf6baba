union Bits {
    number: u32,
    float: f32,
}

fn main() {
    let mut bits = Bits { number: 1 };
    bits.float = 1.5; //~ bits: RWO
    let taken = bits; //~ bits: RWO
    println!("{}", unsafe { taken.number }); //~ bits: ---, taken: R-O
}
