fn main() {
    report!(); let line = String::from("  Tea  ");
    report!(line); let item = &raw const *line.to_lowercase().trim();
    report!(line, item); println!("{}", unsafe { &*item });
report!(line, item); }
// before 4: item -> heap 2+2 Freed { before: 4 }
// before 5: item -> heap 2+2 Freed { before: 4 }
// line 4: Lent 3 of heap 2 Freed { before: 4 }
