struct Excerpt<'a>(&'a str);

fn main() {
    let excerpt;
    {
        let line = String::from("tea and cake");
        excerpt = Excerpt(&line[8..]);
    }
    println!("{}", excerpt.0);
}
