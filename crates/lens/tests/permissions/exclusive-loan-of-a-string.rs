fn main() {
    let mut name = String::from("ada");
    let editor = &mut name; //~ name: RWO
    editor.push('!'); //~ name: ---, editor: R-O, *editor: RW-
    editor.push('?'); //~ name: ---, editor: R-O, *editor: RW-
    let owned = name; //~ name: RWO, editor: R-O, *editor: RW-
    println!("{owned}"); //~ name: ---, editor: ---, owned: R-O
} //~ name: ---, *editor: ---
