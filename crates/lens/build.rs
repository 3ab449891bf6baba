//! Tells the crate a number for everything that its answers depend on, so that an answer kept by
//! older code is not taken for one of this code.

#[path = "../runner/src/fingerprint.rs"]
mod fingerprint;

use std::io;

/// Every file and folder whose text decides what the lens answers, from this crate's folder.
pub const DEPENDS_ON: [&str; 8] = [
    "src",
    "Cargo.toml",
    "build.rs",
    "../recorder/src",
    "../recorder/Cargo.toml",
    "../runner/src",
    "../runner/Cargo.toml",
    "../../Cargo.lock",
];

/// Writes the number, and asks to be run again when one of the files changes.
pub fn main() -> io::Result<()> {
    for path in DEPENDS_ON {
        println!("cargo::rerun-if-changed={path}");
    }
    let fingerprint = fingerprint::fingerprint(DEPENDS_ON)?;
    println!("cargo::rustc-env=LENS_FINGERPRINT={fingerprint:016x}");
    Ok(())
}
