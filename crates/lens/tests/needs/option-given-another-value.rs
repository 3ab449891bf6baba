fn main() {
    let mut slot = Some(String::from("old")); //? nothing
    let fresh = String::from("new"); //? nothing
    let old = slot.replace(fresh); //? slot: W, fresh: O
    let kept = slot.get_or_insert_default(); //? slot: W
    kept.push('!'); //? *kept: W
    println!("{old:?} {slot:?}"); //? old: R, slot: R
}
