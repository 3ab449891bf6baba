use std::borrow::Cow;

fn tidy(line: &str) -> Cow<'_, str> {
    if line.contains('\t') {
        Cow::Owned(line.replace('\t', " "))
    } else {
        Cow::Borrowed(line)
    }
}

fn main() {
    for line in ["tea and cake", "tea\tand\tcake"] {
        println!("{} {}", tidy(line), matches!(tidy(line), Cow::Owned(_)));
    }
}
