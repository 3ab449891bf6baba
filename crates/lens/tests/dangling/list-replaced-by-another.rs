fn main() {
    report!(); let mut list = vec!["bread", "milk"];
    report!(list); let second: *const &str = &list[1];
    report!(list, second); list = Vec::with_capacity(1);
    report!(list, second); println!("{} {}", list.len(), unsafe { *second });
report!(list, second); }
// before 5: second -> heap 1+16 Freed { before: 5 }
// before 6: second -> heap 1+16 Freed { before: 5 }
// line 5: Read 16 of heap 1 Freed { before: 5 }
