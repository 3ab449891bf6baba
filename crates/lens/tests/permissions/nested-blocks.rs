fn main() {
    let mut page = String::from("a");
    {
        let editor = &mut page; //~ page: RWO
        {
            let view = &*editor; //~ page: ---, editor: R-O, *editor: RW-
            println!("{view}"); //~ page: ---, editor: R--, *editor: R--, view: R-C
        } //~ page: ---, editor: R-O, *editor: RW-, view: R-C
        editor.push('b'); //~ page: ---, editor: R-O, *editor: RW-
    } //~ page: RWO, editor: R-O
    page.push('c'); //~ page: RWO
} //~ page: RWO
