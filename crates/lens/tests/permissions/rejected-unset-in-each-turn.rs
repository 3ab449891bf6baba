// rustc rejects it: E0381
fn main() {
    for n in 0..3 {
        let half: u8; //~ n: R-C
        println!("{half}"); //~ half: ---, n: R-C
        if n > 1 { //~ half: ---, n: R-C
            half = n / 2; //~ half: ---, n: R-C
        } //~ half: R-C
        println!("{half}"); //~ half: ---, n: R-C
        println!("{half}"); //~ half: ---, n: R-C
    } //~ half: ---, n: R-C
}
