//! Measured numbers as a reader is told them.
//!
//! ```text
//! 38_214_007.0    38.2 ms
//! ```

/// Three figures: `0.42`, `1.31`, `38.2`, `112`.
pub fn number(value: f64) -> String {
    match value {
        _ if value >= 100.0 => format!("{value:.0}"),
        _ if value >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// A time, with its unit: `38.2 ms`.
pub fn duration(nanoseconds: f64) -> String {
    match nanoseconds {
        _ if nanoseconds >= 1e9 => format!("{} s", number(nanoseconds / 1e9)),
        _ if nanoseconds >= 1e6 => format!("{} ms", number(nanoseconds / 1e6)),
        _ if nanoseconds >= 1e3 => format!("{} µs", number(nanoseconds / 1e3)),
        _ => format!("{nanoseconds:.0} ns"),
    }
}

/// `5000000` as `5,000,000`.
pub fn grouped(digits: &str) -> String {
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join(",")
}

/// The name of a program of the comparison: `C, arena` for `c-arena`.
pub fn spoken(variant: &str) -> String {
    let (language, suffix) = variant.split_once('-').unwrap_or((variant, ""));
    let language = match language {
        "c" => "C",
        "cpp" => "C++",
        "rust" => "Rust",
        "java" => "Java",
        "python" => "Python",
        other => other,
    };
    match suffix {
        "" => language.to_owned(),
        "arena" => format!("{language}, arena"),
        "limited" => format!("{language}, small heap"),
        other => format!("{language}, {other}"),
    }
}

/// A ratio: `1.31 ×`.
pub fn ratio(value: f64) -> String {
    format!("{} ×", number(value))
}

/// The least and the greatest of some ratios: `1.02 to 1.31`.
pub fn spread(least: f64, greatest: f64) -> String {
    format!("{} to {}", number(least), number(greatest))
}

/// A time that a program measured itself; a negative one says that nothing came in time.
pub fn in_time(nanoseconds: f64) -> String {
    match nanoseconds {
        _ if nanoseconds < 0.0 => "not at all".to_owned(),
        _ => duration(nanoseconds),
    }
}

/// Resident memory: `38 MiB`.
pub fn memory(kib: f64) -> String {
    format!("{:.0} MiB", kib / 1024.0)
}

/// The languages that the machine of the comparison did not have.
pub fn missing(languages: &[String]) -> String {
    match languages {
        [] => "No language was missing".to_owned(),
        languages => format!("Missing on that machine: {}", languages.join(", ")),
    }
}
