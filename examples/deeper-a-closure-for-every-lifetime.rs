fn each_cleaned(lines: &[String], clean: impl for<'a> Fn(&'a str) -> &'a str) {
    for line in lines {
        println!("{}", clean(line));
    }
}

fn main() {
    let lines = [String::from("  tea "), String::from(" cake")];
    each_cleaned(&lines, |text| text.trim());
}
