struct Button<F: FnMut()> {
    press: F,
}
fn main() {
    let mut presses = 0;
    let mut button = Button { press: || presses += 1 }; //~ presses: RWC
    (button.press)(); //~ presses: ---, button: RWO, button.press: RWO
    println!("{presses}"); //~ presses: RWC, button: RWO
    presses += 1; //~ presses: RWC, button: ---
    println!("{presses}"); //~ presses: RWC, button: ---
}
