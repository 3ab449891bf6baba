fn main() {
    let sizes = vec![3, 12, 7]; //? nothing
    let limit = 5; //? nothing
    let large = sizes.iter().filter(|size| **size > limit); //? sizes: R, limit: R
    let count = large.count(); //? large: O
    println!("{count}"); //? count: R
}
