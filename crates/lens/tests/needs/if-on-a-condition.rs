fn main() {
    let total = 12; //? nothing
    let limit = 10; //? nothing
    let strict = true; //? nothing
    if total > limit && strict { //? total: R, limit: R, strict: R
        println!("over"); //? nothing
    } else {
        println!("{total}"); //? total: R
    }
}
