fn main() {
    let best;
    {
        let seat = String::from("row 7");
        best = seat;
    }
    println!("{best}");
}
