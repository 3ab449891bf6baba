fn main() {
    report!(); let name = String::from("Ada");
    report!(name); let place = &raw const name;
    report!(name, place); let moved = name;
    report!(moved, place); println!("{}", unsafe { (&*place).len() });
report!(moved, place); }
// before 5: place -> main.name Moved { what: "String" }
// before 6: place -> main.name Moved { what: "String" }
// line 5: Lent 24 of main.name Moved { what: "String" }
