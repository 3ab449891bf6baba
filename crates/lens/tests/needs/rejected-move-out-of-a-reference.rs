// rustc rejects it: E0507
struct User {
    name: String,
}
impl User {
    fn into_name(&self) -> String {
        self.name //? self.name: O
    }
}
fn main() {
    let user = User { name: String::from("ada") }; //? nothing
    println!("{}", user.into_name()); //? user: R
}
