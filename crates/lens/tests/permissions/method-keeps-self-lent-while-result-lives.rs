struct Form {
    title: String,
    edits: u32,
}

impl Form {
    fn rename(&mut self) -> &mut String {
        self.edits += 1; //~ self: R-O, *self: RW-
        let title = &mut self.title; //~ self: R-O, *self: RW-
        title.push('*'); //~ self: ---, *self: ---, title: R-O, *title: RW-
        return title; //~ self: ---, *self: ---, title: R-O, *title: RW-
    }
}

fn main() {
    let mut form = Form { title: String::from("tax"), edits: 0 };
    form.rename().push('!'); //~ form: RWO, form.title: RWO
    println!("{} {}", form.title, form.edits); //~ form: RWO, form.edits: RWC
} //~ form: RWO
