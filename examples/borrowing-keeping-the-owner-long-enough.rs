fn main() {
    let seat = String::from("row 7");
    let best;
    {
        best = seat.as_str();
    }
    println!("{best}");
}
