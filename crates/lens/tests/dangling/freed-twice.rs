fn main() {
    report!(); let name = String::from("Ada");
    report!(name); let copy = unsafe { std::ptr::read(&raw const name) };
    report!(name, copy); println!("{name} {copy}");
    report!(name, copy); drop(copy);
    report!(name); println!("{}", name.len());
report!(name); }
// before 6: name -> heap 1 Freed { before: 6 }
// before 7: name -> heap 1 Freed { before: 6 }
// line 7: FreedAgain 3 of heap 1 Freed { before: 6 }
