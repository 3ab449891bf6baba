fn longest<'a>(names: &'a mut Vec<String>) -> &'a str {
    let first = &mut names[0];
    println!("lent");
    let mut mark = || first.push('!');
    mark();
    let found = names.iter().max().unwrap();
    println!("found");
    found
}
fn main() {
    longest(&mut vec![String::from("a")]);
}
//= lines 2, 6: *names cannot be moved: not movable from here (cannot move out of `*names` which is behind a mutable reference)
//= lines 3-5: names and *names cannot be read, written or moved: lent exclusively to first on line 2, used on line 5 (mutable borrow occurs here)
//= lines 3-4, 6: *first cannot be moved: not movable from here (cannot move out of `*first` which is behind a mutable reference)
//= line 5: first and *first cannot be read, written or moved: lent exclusively to mark on line 4, used on line 5 (closure construction occurs here)
//= lines 7-8: names cannot be moved: lent shared to found on line 6 (borrow of `*names` occurs here); returned on line 8: it must stay good for as long as `'a`, which the caller chooses
//= lines 7-8: *names cannot be written or moved: lent shared to found on line 6 (immutable borrow occurs here); returned on line 8: it must stay good for as long as `'a`, which the caller chooses
//= lines 7-8: first and *first and mark cannot be read, written or moved: ended, for its referent was used through *names on line 6 (immutable borrow occurs here)
//= lines 7-8: *found cannot be written or moved: behind a shared reference (`found` is a `&` reference, so it cannot be borrowed as mutable)
//= captures *first by exclusive reference, for line 4 uses it
//= line 4: *first cannot be moved: captured by exclusive reference
