fn main() {
    report!(); let name = Box::new(String::from("Ada"));
    report!(name); let pointer = &raw const *name;
    report!(name, pointer); drop(name);
    report!(pointer); let lent: &String = unsafe { &*pointer };
    report!(pointer, lent); println!("{}", lent.capacity());
report!(pointer); }
// before 5: pointer -> heap 1 Freed { before: 5 }
// before 5: pointer -> heap 1 Freed { before: 5 }
// before 6: pointer -> heap 1 Freed { before: 5 }
// before 6: lent -> heap 1 Freed { before: 5 }
// before 7: pointer -> heap 1 Freed { before: 5 }
// before 7: lent -> heap 1 Freed { before: 5 }
// line 5: Lent 24 of heap 1 Freed { before: 5 }
