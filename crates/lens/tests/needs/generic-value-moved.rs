fn wrap<T>(value: T) -> Vec<T> {
    let list = vec![value]; //? value: O
    list //? list: O
}
fn main() {
    let size = 3; //? nothing
    let sizes = wrap(size); //? size: R
    println!("{sizes:?} {}", wrap(size + 1)[0]); //? sizes: R, size: R
}
