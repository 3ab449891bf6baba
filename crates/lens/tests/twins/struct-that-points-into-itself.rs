//! before line 9, line.at leads to element 1 of `line.text`
//! before line 10, line.at leads to element 1 of `line.text`
//! before line 11, moved.at leads to element 1 of the place of `line.text`, which was moved
//! before line 12, moved.at leads to element 1 of the place of `line.text`, which was moved
struct Line { text: [u8; 3], at: *const u8 }
fn main() {
    let mut line = Line { text: *b"tea", at: std::ptr::null() };
    line.at = &raw const line.text[1];
    println!("{}", unsafe { *line.at });
    let moved = line;
    println!("{}", moved.text[1]);
    println!("{}", moved.at.is_null());
}
