//! What this system can hold a confined command to.

use serde::Serialize;

/// What a command that is [`confined`](crate::Command::confined) is held to on this system. What
/// is missing here it may do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Confinement {
    /// It reads and writes the files that it may, and no others.
    pub files: bool,
    /// It reaches nothing by network, not even on this machine.
    pub network: bool,
    /// It neither signals nor changes processes that it has not started, and what it has started
    /// cannot leave its process group, which is killed at its end.
    pub processes: bool,
}

impl Confinement {
    /// What this system cannot hold a command to, as a sentence without its full stop; nothing if
    /// it can hold it to all.
    pub fn missing(&self) -> Option<String> {
        let parts = [
            (self.files, "your files"),
            (self.network, "the network"),
            (self.processes, "your other programs"),
        ];
        let missing = parts.iter().filter(|(is_held, _)| !is_held);
        let missing: Vec<&str> = missing.map(|(_, part)| *part).collect();
        let list = match missing.as_slice() {
            [] => return None,
            [one] => (*one).to_owned(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        };
        Some(format!("this system cannot keep a program from {list}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_in_a_sentence() {
        let missing = |files, network, processes| {
            let confinement = Confinement {
                files,
                network,
                processes,
            };
            confinement.missing()
        };
        assert_eq!(missing(true, true, true), None);
        assert_eq!(
            missing(true, false, true).as_deref(),
            Some("this system cannot keep a program from the network")
        );
        assert_eq!(
            missing(false, false, false).as_deref(),
            Some(
                "this system cannot keep a program from your files, the network and your other programs"
            )
        );
    }
}
