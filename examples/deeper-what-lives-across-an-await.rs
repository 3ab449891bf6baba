use std::future::ready;

fn main() {
    let kept = async {
        let page = [7_u8; 1000];
        ready(()).await;
        page[0]
    };
    let done_with = async {
        let first = [7_u8; 1000][0];
        ready(()).await;
        first
    };
    println!("{}", size_of_val(&kept) > size_of_val(&done_with) + 900);
}
