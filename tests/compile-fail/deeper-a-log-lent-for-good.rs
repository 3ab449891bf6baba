struct Log<'a>(Vec<&'a str>);

impl<'a> Log<'a> {
    fn add(&'a mut self, line: &'a str) {
        self.0.push(line);
    }
}

fn main() {
    let mut log = Log(Vec::new());
    log.add("doors open");
    log.add("film begins");
}
