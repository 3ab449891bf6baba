fn main() {
    let mut board = [0; 9]; //? nothing
    let square = 4; //? nothing
    board[square] = 1; //? board[_]: W, square: R
    let mark = board[square]; //? board[_]: R, square: R
    let corner = &board[0]; //? board[_]: R
    println!("{mark} {corner}"); //? mark: R, corner: R
}
