fn main() {
    let mut lamp = false;
    let switch = &mut lamp; //~ lamp: RWC
    let remote: &mut bool = switch; //~ switch: R-O, *switch: RWC
    *remote = true; //~ lamp: ---, switch: ---, *switch: ---, remote: R-O, *remote: RWC
    *switch = false; //~ lamp: ---, switch: R-O, *switch: RWC, remote: R-O
    println!("{lamp}"); //~ lamp: RWC, switch: R-O, remote: ---
} //~ lamp: RWC, switch: ---
