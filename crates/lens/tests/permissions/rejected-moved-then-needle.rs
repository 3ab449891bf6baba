// rustc rejects it: E0382
fn main() {
    let hay = String::from("a,b");
    drop(hay); //~ hay: R-O
    let needle = hay.split(',').next().unwrap_or("none"); //~ hay: ---
    println!("{needle}"); //~ hay: ---, needle: R-C, *needle: R--
    let Some(first) = hay.chars().next() else { return }; //~ hay: ---, needle: R-C
    println!("{first}{hay}"); //~ hay: ---, first: R-C
} //~ hay: ---, first: R-C
