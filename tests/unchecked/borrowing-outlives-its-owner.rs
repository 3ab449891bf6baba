fn main() {
    let best: *const str;
    {
        let seat = String::from("row 7");
        best = seat.as_str();
    }
    println!("{}", unsafe { &*best });
}
