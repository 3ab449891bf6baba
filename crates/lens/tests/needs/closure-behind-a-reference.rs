fn apply(show: &dyn Fn(u32), add: &mut dyn FnMut(u32), at: u32) {
    show(at); //? *show: R, at: R
    add(at); //? *add: W, at: R
}
fn main() {
    let mut sum = 0; //? nothing
    let show = |n| println!("{n}"); //? nothing
    let mut add = |n| sum += n; //? sum: W
    apply(&show, &mut add, 3); //? show: R, add: W
    println!("{sum}"); //? sum: R
}
