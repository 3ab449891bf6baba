struct Excerpt<'a> {
    text: &'a str,
}

fn main() {
    let line = String::from("tea and cake");
    let found;
    {
        let excerpt = Excerpt { text: &line[8..] };
        found = excerpt.text;
    }
    println!("{found}");
}
