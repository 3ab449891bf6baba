fn main() {
    let port: u16;
    let host: String; //~ port: ---
    port = 80; //~ port: ---, host: ---
    host = String::from("localhost"); //~ port: R-C, host: ---
    println!("{host}:{port}"); //~ port: R-C, host: R-O
    drop(host); //~ port: R-C, host: R-O
} //~ port: R-C, host: ---
