fn main() {
    report!(); let name = String::from("Ada");
    report!(name); let letters = name.as_ptr();
    report!(name, letters); let moved = name;
    report!(moved, letters); println!("{}", unsafe { *letters });
    report!(moved, letters); drop(moved);
    report!(letters); println!("{}", unsafe { letters.read() });
report!(letters); }
// before 7: letters -> heap 1 Freed { before: 7 }
// before 8: letters -> heap 1 Freed { before: 7 }
// line 7: Read 1 of heap 1 Freed { before: 7 }
