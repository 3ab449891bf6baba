fn main() {
    let mut limit = 3;
    let small = |size: u32| { //~ limit: RWC
        println!("{limit}"); //~ limit: R-C, size: R-C
        return size < limit; //~ limit: R-C, size: R-C
    };
    println!("{}", small(2)); //~ limit: R-C, small: R-C
    limit += 1; //~ limit: RWC, small: R-C
    println!("{limit}"); //~ limit: RWC, small: ---
}
