// rustc rejects it: E0382
fn main() {
    let token = String::from("abc");
    let sent = token; //~ token: R-O
    println!("{token}"); //~ token: ---, sent: R-O
    println!("{sent}"); //~ token: ---, sent: R-O
} //~ token: ---, sent: R-O
