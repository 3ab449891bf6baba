struct Excerpt<'a>(&'a str);

trait Show {
    fn show(&self);
}

impl Show for Excerpt<'_> {
    fn show(&self) {
        println!("“{}”", self.0);
    }
}

fn main() {
    Excerpt("cake").show();
}
