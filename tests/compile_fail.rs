//! Every program the book calls rejected is rejected, with exactly the message it prints.

#[test]
fn every_rejected_program_fails_with_the_message_beside_it() {
    trybuild::TestCases::new().compile_fail("tests/compile-fail/*.rs");
}
