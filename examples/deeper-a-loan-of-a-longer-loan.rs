trait Marks {
    type Mark;
}

impl<'a, 'b: 'a> Marks for (&'a str, &'b str) {
    type Mark = &'a &'b str;
}

fn main() {
    let mark: <(&str, &str) as Marks>::Mark = &"cake";
    println!("{mark}");
}
