fn main() {
    report!(); let mut line = String::from("ERROR disk");
    report!(line); let disk = &raw const line[6..];
    report!(line, disk); line.clear();
    report!(line, disk); println!("{}", line.capacity());
report!(line, disk); }
// before 5: disk -> heap 1+6 NoValue
// before 6: disk -> heap 1+6 NoValue
