//! The lines of a sanitizer's report that decide.
//!
//! ```text
//! ==4711==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010 at pc …
//! READ of size 8 at 0x602000000010 thread T0
//!     #0 0x555 in main /home/reader/main.c:9
//! ```
//!
//! becomes
//!
//! ```text
//! ERROR: AddressSanitizer: heap-use-after-free
//! READ of size 8
//!     in main, main.c:9
//! ```

/// What a reader needs of a report on the program in the file `name`.
pub fn deciding_lines(report: &str, name: &str) -> String {
    let mut lines = Vec::new();
    for line in report.lines() {
        let end = ["SUMMARY:", "Shadow bytes", "  Location is", "  Thread T"];
        if end.iter().any(|end| line.contains(end)) {
            break;
        }
        if let Some(line) = deciding(line, name)
            && lines.last() != Some(&line)
        {
            lines.push(line);
        }
    }
    // A heading whose frames all lie in the system says nothing to this program's reader.
    let is_heading = |line: &String| line.ends_with("here:") || line.ends_with("from:");
    let mut kept: Vec<String> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let empty = is_heading(line)
            && lines
                .get(index + 1)
                .is_none_or(|next| !next.starts_with("    "));
        if !empty {
            kept.push(line.clone());
        }
    }
    kept.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

/// The errors of a compiler, each with its file's name and line.
pub fn errors(said: &str) -> String {
    let lines = said.lines().filter_map(|line| {
        let (place, what) = line.split_once(": error: ")?;
        let mut parts = place.rsplit('/').next()?.split(':');
        let (name, number) = (parts.next()?, parts.next()?);
        Some(format!("{name}:{number}: error: {what}\n"))
    });
    lines.collect()
}

fn deciding(line: &str, name: &str) -> Option<String> {
    let trimmed = line.trim();
    if let Some((_, rest)) = line.split_once("runtime error: ") {
        let place = line.split(": runtime error").next()?;
        let mut parts = place.rsplit('/').next()?.split(':');
        return Some(format!(
            "{}:{}: runtime error: {}",
            parts.next()?,
            parts.next()?,
            without_addresses(rest)
        ));
    }
    for heading in ["ERROR: ", "WARNING: "] {
        if let Some((_, rest)) = line.split_once(heading) {
            let what = [
                " on address",
                " (pid=",
                " on unknown address",
                " in thread",
                " on 0x",
            ]
            .iter()
            .fold(rest, |what, end| what.split(end).next().unwrap_or(what));
            return Some(format!("{heading}{}", what.trim_end_matches(':')));
        }
    }
    if trimmed.starts_with('#') {
        return frame(trimmed, name);
    }
    for access in ["READ of size", "WRITE of size"] {
        if trimmed.starts_with(access) {
            return Some(trimmed.split(" at ").next()?.to_owned());
        }
    }
    // Which thread is found reading and which writing depends on the run.
    for (found, said) in [
        ("Previous write of size", "by another thread"),
        ("Previous read of size", "by another thread"),
        ("Write of size", "by one thread"),
        ("Read of size", "by one thread"),
    ] {
        if let Some(rest) = trimmed.strip_prefix(found) {
            let size = rest.split_whitespace().next()?;
            return Some(format!("access of size {size} {said}"));
        }
    }
    if trimmed.starts_with("freed by") || trimmed.starts_with("previously allocated by") {
        let what = trimmed.split(" thread").next()?;
        return Some(format!("{what} this program here:"));
    }
    if trimmed.starts_with("Direct leak") || trimmed.starts_with("Indirect leak") {
        return Some(trimmed.to_owned());
    }
    if let Some((variable, _)) = trimmed.split_once(" <== ") {
        let variable = variable.split_once('\'').map_or(variable, |(_, rest)| rest);
        return Some(format!("the access is inside the variable '{variable}"));
    }
    None
}

/// `#1 0x5 in main /home/reader/main.c:9` as `    in main, main.c:9`; frames elsewhere are left out.
fn frame(line: &str, name: &str) -> Option<String> {
    let at = line.rfind(name)?;
    let number: String = line[at + name.len()..]
        .strip_prefix(':')?
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let function = line.split_once(" in ").map_or(line, |(_, rest)| rest);
    let function = function
        .split(" /")
        .next()?
        .split('(')
        .next()?
        .trim_start_matches("#0 ")
        .trim();
    let function = function.split_whitespace().last()?;
    Some(format!("    in {function}, {name}:{number}"))
}

fn without_addresses(text: &str) -> String {
    let words = text
        .split(' ')
        .map(|word| if word.starts_with("0x") { "…" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{deciding_lines, errors};

    #[test]
    fn addresses_process_numbers_and_system_frames_are_left_out() {
        let report = "\
=================================================================
==4711==ERROR: AddressSanitizer: heap-use-after-free on address 0x60 at pc 0x55 bp 0x7f sp 0x7f
READ of size 8 at 0x602000000010 thread T0
    #0 0x555 in print /home/reader/main.c:9
    #1 0x7ff in __libc_start_main ../csu/libc-start.c:360

0x602000000010 is located 0 bytes inside of 8-byte region [0x602000000010,0x602000000018)
freed by thread T0 here:
    #0 0x7ff in free ../asan_malloc_linux.cpp:52
    #1 0x555 in main /home/reader/main.c:7

SUMMARY: AddressSanitizer: heap-use-after-free /home/reader/main.c:9 in print
";
        let expected = "\
ERROR: AddressSanitizer: heap-use-after-free
READ of size 8
    in print, main.c:9
freed by this program here:
    in main, main.c:7
";
        assert_eq!(deciding_lines(report, "main.c"), expected);
    }

    #[test]
    fn of_a_compiler_only_errors_are_kept_and_no_folder() {
        let said = "\
/home/reader/main.cpp:4:12: error: field 'inside' has incomplete type 'Folder'
    4 |     Folder inside;
/home/reader/main.cpp:2:8: note: definition of 'struct Folder' is not complete
";
        let expected = "main.cpp:4: error: field 'inside' has incomplete type 'Folder'\n";
        assert_eq!(errors(said), expected);
    }
}
