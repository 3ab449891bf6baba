use std::marker::PhantomData;

struct Guest(&'static str);
struct Handle<T>(usize, PhantomData<T>);

fn name(guests: &[Guest], who: &Handle<Guest>) -> &'static str {
    guests[who.0].0
}

fn main() {
    let grace = Handle(1, PhantomData);
    println!("{}", name(&[Guest("Ada"), Guest("Grace")], &grace));
    println!("{}", size_of_val(&grace) == size_of::<usize>());
}
