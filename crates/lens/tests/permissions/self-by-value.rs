struct Report {
    lines: Vec<String>,
}
impl Report {
    fn add(mut self, line: &str) -> Report {
        self.lines.push(line.to_string()); //~ self: RWO, line: R-C, *line: R--
        return self; //~ self: RWO, line: R-C
    }
    fn finish(self) -> String {
        let text = self.lines.join("\n"); //~ self: R-O
        drop(self); //~ self: R-O, text: R-O
        return text; //~ self: ---, text: R-O
    }
}
fn main() {
    let report = Report { lines: Vec::new() };
    let longer = report.add("total"); //~ report: R-O, report.lines: R-O
    println!("{}", longer.finish()); //~ report: ---, report.lines: ---, longer: R-O
} //~ report: ---, longer: ---
