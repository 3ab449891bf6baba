//! The code of a message of rustc.

/// The error code of a message of rustc: `E0382` of `error[E0382]: borrow of moved value`.
pub fn error_code(message: &str) -> Option<&str> {
    let line = message.lines().find(|line| line.starts_with("error"))?;
    Some(line.strip_prefix("error[")?.split_once(']')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_read_from_the_message() {
        assert_eq!(
            error_code("error[E0382]: borrow of moved value"),
            Some("E0382")
        );
        assert_eq!(error_code("error: lifetime may not live long enough"), None);
    }
}
