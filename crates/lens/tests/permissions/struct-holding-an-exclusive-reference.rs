struct Writer<'a> {
    out: &'a mut Vec<u8>,
    written: usize,
}

fn main() {
    let mut buffer = Vec::new();
    let mut writer = Writer { out: &mut buffer, written: 0 }; //~ buffer: RWO
    writer.out.push(1); //~ buffer: ---, writer: RWO
    writer.written += 1; //~ buffer: ---, writer: RWO
    println!("{}", writer.written); //~ buffer: ---, writer: RWO
    buffer.push(2); //~ buffer: RWO, writer: RWO
} //~ buffer: RWO, writer: ---
