fn main() {
    let report = String::from("q3");
    let urgent = report.len() > 1; //~ report: R-O
    if urgent { //~ report: R-O, urgent: R-C
        drop(report); //~ report: R-O
        println!("sent"); //~ report: ---
    } //~ report: ---
    println!("{urgent}"); //~ report: ---, urgent: R-C
} //~ report: ---
