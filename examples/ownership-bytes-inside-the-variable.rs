fn main() {
    let array = [7_u8; 5];
    let text = String::from("bread");

    let variable = format!("{:p}", &array);
    let content = format!("{:p}", array.as_ptr());
    println!("array: {}", variable == content);
    let variable = format!("{:p}", &text);
    let content = format!("{:p}", text.as_ptr());
    println!("text: {}", variable == content);
}
