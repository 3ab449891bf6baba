fn main() {
    let name = String::from("ada"); //? nothing
    let width = 6; //? nothing
    let line = format!("{name:>width$}|"); //? name: R, width: R
    println!("{line}{0}{0}", name); //? line: R, name: R
}
