// rustc rejects it: E0509
struct Log {
    path: String,
}
impl Drop for Log {
    fn drop(&mut self) {
        println!("{}", self.path); //? self.path: R
    }
}
fn main() {
    let log = Log { path: String::from("a") }; //? nothing
    let path = log.path; //? log.path: O
    println!("{path}"); //? path: R
}
