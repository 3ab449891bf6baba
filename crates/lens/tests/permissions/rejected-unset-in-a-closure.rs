// rustc rejects it: E0381
fn main() {
    let count = || {
        let n: u8;
        println!("{n}"); //~ n: ---
        println!("{n}"); //~ n: ---
        n = 1; //~ n: ---
        println!("{n}"); //~ n: R-C
    }; //~ n: R-C
    count(); //~ count: R-C
}
