use std::num::ParseIntError;
fn doubled(text: &str, log: &mut Vec<i32>) -> Result<i32, ParseIntError> {
    let number: i32 = text.trim().parse()?; //? *text: R
    log.push(number); //? *log: W, number: R
    Ok(number * 2) //? number: R
}
fn main() {
    let mut log = Vec::new(); //? nothing
    println!("{:?}", doubled("21", &mut log)); //? log: W
}
