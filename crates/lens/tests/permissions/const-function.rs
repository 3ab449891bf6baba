struct Label {
    text: String,
    size: u8,
}

const fn enlarged(mut label: Label) -> Label {
    let size = label.size; //~ label: RWO, label.text: RWO, label.size: RWC
    label.size = size + 1; //~ label: RWO, size: R-C
    let whole = label; //~ label: RWO
    whole //~ label: ---, whole: R-O
}

const SIZE: u8 = double(4);

const fn double(size: u8) -> u8 {
    size * 2 //~ size: R-C
}

fn main() {
    let label = enlarged(Label { text: String::new(), size: SIZE });
    println!("{}", label.text); //~ label: R-O
    let sizes = [0; double(2) as usize];
    println!("{sizes:?}"); //~ sizes: R-C
}
