#[repr(C, packed)]
struct Header {
    kind: u8,
    length: u32,
}

#[repr(packed)]
struct Named {
    name: String,
    number: u64,
}

fn main() {
    let mut header = Header { kind: 1, length: 2 };
    header.length += 1; //~ header: RWO, header.kind: RWC, header.length: RWC
    let length = header.length; //~ header.length: RWC
    let named = Named { name: String::new(), number: 1 };
    println!("{length}"); //~ named: R-O, named.name: R-O, named.number: R-C
    let name = named.name;
    println!("{name}"); //~ named: ---, named.name: ---, named.number: R-C
}
