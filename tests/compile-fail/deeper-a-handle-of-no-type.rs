struct Guest(&'static str);
struct Handle<T>(usize);

fn name(guests: &[Guest], who: &Handle<Guest>) -> &'static str {
    guests[who.0].0
}

fn main() {
    let grace = Handle::<Guest>(1);
    println!("{}", name(&[Guest("Ada"), Guest("Grace")], &grace));
}
