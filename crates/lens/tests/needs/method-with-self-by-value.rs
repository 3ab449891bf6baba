struct Report {
    lines: Vec<String>,
}
impl Report {
    fn finish(self) -> String {
        self.lines.join(" ") //? self.lines: R
    }
}
fn main() {
    let report = Report { lines: Vec::new() }; //? nothing
    let text = report.finish(); //? report: O
    println!("{text}"); //? text: R
}
