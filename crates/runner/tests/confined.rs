//! What a confined command may not do. Each attempt is made twice by this very binary, run once
//! more through the runner: confined it is refused, and unconfined it succeeds, so that it is seen.
#![cfg(target_os = "linux")]

use nix::libc;
use nix::sys::signal::kill;
use nix::unistd::{Pid, truncate};
use runner::{Command, Confinement, End, Limit, Limits, Outcome, confinement};
use std::error::Error;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt, chown, symlink};
use std::os::unix::net::{UnixDatagram, UnixListener, UnixStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process;
use std::time::Duration;
use std::{env, ptr, thread};

/// What the attempt is about, where this binary is run once more to make one.
const ABOUT: &str = "RUNNER_TEST_ABOUT";

/// The readable paths of a command that needs none.
const NONE: [&str; 0] = [];

type Attempt = Result<(), Box<dyn Error>>;

/// Where this binary is run once more: makes the test's attempt, and says how it went.
fn attempted(attempt: impl FnOnce(&str) -> Attempt) -> bool {
    let Ok(about) = env::var(ABOUT) else {
        return false;
    };
    match attempt(&about) {
        Ok(()) => println!("it is done"),
        Err(error) => println!("it is refused: {error}"),
    }
    true
}

/// Has a test's attempt made, confined and not.
fn refused(test: &str, about: &str, readable: &[&Path]) {
    let itself = env::current_exe().expect("this test has a path");
    let command = Command::new(itself).args(["--exact", test, "--nocapture"]);
    let command = command.env(ABOUT, about);
    let said = |command: Command| command.run().expect("it starts").stdout().into_owned();
    let confined = said(command.clone().confined(readable));
    let rights = [
        "(os error 1)",
        "(os error 13)",
        "EPERM",
        "EACCES",
        "exit status: 1",
    ];
    let lacks_rights = rights.iter().any(|right| confined.contains(right));
    assert!(
        confined.contains("it is refused") && lacks_rights,
        "{about}, confined: {confined}"
    );
    let free = said(command);
    assert!(free.contains("it is done"), "{about}, unconfined: {free}");
}

/// Runs a tool that says by its exit status whether it was allowed to.
fn run(tool: &str, arguments: &[&str]) -> Attempt {
    let status = process::Command::new(tool).args(arguments).status()?;
    if !status.success() {
        return Err(status.to_string().into());
    }
    Ok(())
}

/// A folder with a file that is none of the command's business.
fn outside() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "a secret").expect("written");
    let file = file.to_str().expect("text").to_owned();
    (folder, file)
}

/// Another process, until this is dropped.
struct Other(process::Child);

impl Other {
    fn new() -> Other {
        Other(
            process::Command::new("sleep")
                .arg("600")
                .spawn()
                .expect("it starts"),
        )
    }

    fn number(&self) -> String {
        self.0.id().to_string()
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        self.0.kill().expect("killed");
        self.0.wait().expect("ended");
    }
}

/// Runs a script of the shell, confined.
fn shell(script: &str, limits: Limits) -> Outcome {
    let command = Command::new("sh").args(["-c", script]).limits(limits);
    command.confined(NONE).run().expect("the shell starts")
}

#[test]
fn this_system_holds_a_command_to_everything() {
    let all = Confinement {
        files: true,
        network: true,
        processes: true,
    };
    assert_eq!(confinement(), all);
    assert_eq!(confinement().missing(), None);
}

#[test]
fn asking_what_it_holds_leaves_this_program_as_it_was() {
    let facts = || {
        let status = fs::read_to_string("/proc/self/status").expect("Linux");
        let is_held = |line: &&str| {
            let held = ["Umask", "NoNewPrivs", "Seccomp", "CapEff"];
            held.iter().any(|name| line.starts_with(name))
        };
        let lines: Vec<String> = status.lines().filter(is_held).map(str::to_owned).collect();
        lines
    };
    let before = facts();
    confinement();
    assert_eq!(facts(), before);
}

#[test]
fn files_outside_are_not_read() {
    if attempted(|file| Ok(fs::read(file).map(drop)?)) {
        return;
    }
    let (_folder, file) = outside();
    let of_this = |what: &str| format!("/proc/{}/{what}", process::id());
    for file in [&file, "/etc/passwd", &of_this("environ"), &of_this("maps")] {
        refused("files_outside_are_not_read", file, &[]);
    }
}

#[test]
fn a_link_in_a_readable_folder_leads_no_further() {
    if attempted(|file| Ok(fs::read(file).map(drop)?)) {
        return;
    }
    let (_folder, file) = outside();
    let readable = tempfile::tempdir().expect("a folder");
    let link = readable.path().join("link");
    symlink(file, &link).expect("linked");
    let test = "a_link_in_a_readable_folder_leads_no_further";
    refused(test, link.to_str().expect("text"), &[readable.path()]);
}

#[test]
fn folders_outside_are_not_listed() {
    if attempted(|folder| Ok(fs::read_dir(folder).map(drop)?)) {
        return;
    }
    let home = env::var("HOME").expect("somebody runs this");
    for folder in [&home, "/tmp", "/", "/etc", "/dev"] {
        refused("folders_outside_are_not_listed", folder, &[]);
    }
}

fn write(what: &str, file: &Path) -> Attempt {
    let beside = file.with_file_name(what);
    match what {
        "append" => drop(OpenOptions::new().append(true).open(file)?),
        "empty" => truncate(file, 0)?,
        "create" => drop(File::create(beside)?),
        "folder" => fs::create_dir(beside)?,
        "link" => fs::hard_link(file, beside)?,
        "symlink" => symlink(file, beside)?,
        "mode" => fs::set_permissions(file, Permissions::from_mode(0o644))?,
        "owner" => chown(file, Some(fs::metadata(file)?.uid()), None)?,
        "time" => run("touch", &["-d", "2000-01-01", file.to_str().expect("text")])?,
        "rename" => fs::rename(file, beside)?,
        "remove" => fs::remove_file(file)?,
        _ => unreachable!("{what}"),
    }
    Ok(())
}

#[test]
fn files_outside_are_not_written() {
    let ways = [
        "append", "empty", "create", "folder", "link", "symlink", "mode", "owner", "time",
        "rename", "remove",
    ];
    if attempted(|about| {
        let (what, file) = about.split_once(' ').expect("two words");
        write(what, Path::new(file))
    }) {
        return;
    }
    for what in ways {
        let (folder, file) = outside();
        let about = format!("{what} {file}");
        // What it may read it may not write.
        refused("files_outside_are_not_written", &about, &[folder.path()]);
    }
}

#[test]
fn nothing_is_reached_by_tcp() {
    if attempted(|address| Ok(TcpStream::connect(address).map(drop)?)) {
        return;
    }
    let listener = TcpListener::bind("127.0.0.1:0").expect("it listens");
    let address = listener.local_addr().expect("its address").to_string();
    refused("nothing_is_reached_by_tcp", &address, &[]);
}

#[test]
fn nothing_is_sent_by_udp() {
    if attempted(|address| {
        let socket = UdpSocket::bind("127.0.0.1:0")?;
        Ok(socket.send_to(b"a secret", address).map(drop)?)
    }) {
        return;
    }
    let listener = UdpSocket::bind("127.0.0.1:0").expect("it listens");
    let address = listener.local_addr().expect("its address").to_string();
    refused("nothing_is_sent_by_udp", &address, &[]);
}

#[test]
fn no_socket_of_another_is_reached_by_its_path() {
    if attempted(|about| {
        let (kind, path) = about.split_once(' ').expect("two words");
        match kind {
            "stream" => drop(UnixStream::connect(path)?),
            // A pair that was made for itself, and turned to another.
            _ => {
                let (one, _other) = UnixDatagram::pair()?;
                one.connect(path)?;
                one.send(b"a secret")?;
            }
        }
        Ok(())
    }) {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = |kind: &str| folder.path().join(kind);
    let _stream = UnixListener::bind(path("stream")).expect("it listens");
    let _datagram = UnixDatagram::bind(path("datagram")).expect("it listens");
    for kind in ["stream", "datagram"] {
        let about = format!("{kind} {}", path(kind).display());
        let test = "no_socket_of_another_is_reached_by_its_path";
        refused(test, &about, &[folder.path()]);
    }
}

#[test]
fn other_processes_are_neither_signalled_nor_changed() {
    if attempted(|about| {
        let (what, other) = about.split_once(' ').expect("two words");
        match what {
            "signal" => kill(Pid::from_raw(other.parse()?), None)?,
            "limit" => run("prlimit", &["--pid", other, "--core=0:0"])?,
            _ => run("renice", &["-n", "19", "-p", other])?,
        }
        Ok(())
    }) {
        return;
    }
    let other = Other::new();
    for what in ["signal", "limit", "turn"] {
        let about = format!("{what} {}", other.number());
        let test = "other_processes_are_neither_signalled_nor_changed";
        refused(test, &about, &[]);
    }
}

#[test]
fn the_process_group_is_not_left() {
    if attempted(|way| match way {
        "group" => Ok(process::Command::new("true")
            .process_group(0)
            .status()
            .map(drop)?),
        _ => run("setsid", &["true"]),
    }) {
        return;
    }
    for way in ["group", "session"] {
        refused("the_process_group_is_not_left", way, &[]);
    }
}

/// Memory of one page, shared with nobody yet, as `mmap` gives it.
fn shared_memory() -> Attempt {
    let (read_write, shared) = (
        libc::PROT_READ | libc::PROT_WRITE,
        libc::MAP_SHARED | libc::MAP_ANONYMOUS,
    );
    // SAFETY: the kernel chooses where it maps a page that nobody has; it is not used.
    #[expect(unsafe_code, reason = "std maps no memory")]
    let mapped = unsafe { libc::mmap(ptr::null_mut(), 4096, read_write, shared, -1, 0) };
    match mapped {
        libc::MAP_FAILED => Err(std::io::Error::last_os_error().into()),
        _ => Ok(()),
    }
}

#[test]
fn nothing_is_had_that_counts_for_no_limit() {
    if attempted(|what| match what {
        "memory" => shared_memory(),
        "device" => Ok(OpenOptions::new().write(true).open("/dev/zero").map(drop)?),
        mode => {
            let mode = u32::from_str_radix(mode, 8)?;
            Ok(DirBuilder::new().mode(mode).create("folder")?)
        }
    }) {
        return;
    }
    for what in ["memory", "device", "0", "300", "077"] {
        refused("nothing_is_had_that_counts_for_no_limit", what, &[]);
    }
    // A mask changes the mode that is asked for.
    let masked = shell("umask 700; mkdir x && stat -c %a x", Limits::program());
    assert_eq!(masked.stdout(), "700\n", "{}", masked.stderr());
}

#[test]
fn no_namespace_is_entered() {
    let ran = shell("unshare --user true && echo entered", Limits::program());
    assert_eq!(ran.stdout(), "");
    assert!(ran.stderr().contains("not permitted"), "{}", ran.stderr());
}

#[test]
fn root_has_no_more_rights() {
    let script = "grep -E '^Cap(Prm|Eff|Amb|Inh)' /proc/self/status | tr -d '0\\n'; mount -t tmpfs none . && echo mounted";
    let ran = shell(script, Limits::program());
    assert_eq!(ran.stdout(), "CapInh:\tCapPrm:\tCapEff:\tCapAmb:\t");
}

#[test]
fn what_this_program_has_open_is_not_handed_on() {
    use std::os::fd::AsRawFd;

    let (_folder, file) = outside();
    let open = File::open(file).expect("it is there");
    // As if whoever started this program had left it open for all.
    let flags = nix::fcntl::FdFlag::empty();
    nix::fcntl::fcntl(&open, nix::fcntl::FcntlArg::F_SETFD(flags)).expect("set");
    // Other shells take no number of two digits.
    let script = format!("cat <&{}", open.as_raw_fd());
    let bash = Command::new("bash").args(["-c", &script]);
    let said = |command: Command| command.run().expect("bash starts").stdout().into_owned();
    // Confined first: who reads it leaves it at its end.
    assert_eq!(said(bash.clone().confined(NONE)), "");
    assert_eq!(said(bash), "a secret");
}

#[test]
fn its_own_folders_are_its_own() {
    let script = "set -e
        mkdir a b; echo text > a/file; mv a/file b/file; ln b/file c; ln -s b/file d; mkfifo e
        cat b/file c d; rm c; rmdir a
        echo temporary > $TMPDIR/f; cat $TMPDIR/f
        cp /bin/echo own; ./own executed; cat readable/file
        head -c 1 /dev/zero | wc -c; head -c 1 /dev/urandom | wc -c; echo lost > /dev/null
        test -r /proc/meminfo; test -d /sys/devices";
    let folder = tempfile::tempdir().expect("a folder");
    let (readable, _) = outside();
    symlink(readable.path(), folder.path().join("readable")).expect("linked");
    let command = Command::new("sh").args(["-c", script]);
    let command = command.folder(folder.path()).confined([readable.path()]);
    let ran = command.run().expect("the shell starts");
    assert_eq!(ran.stderr(), "");
    let said = "text\ntext\ntext\ntemporary\nexecuted\na secret1\n1\n";
    assert_eq!(ran.stdout(), said);
    assert!(folder.path().join("b/file").exists(), "it stays");
}

#[test]
fn a_readable_path_that_is_not_there_gives_nothing() {
    let command = Command::new("true").confined(["/no/such/folder"]);
    assert!(command.run().expect("it starts").succeeded());
}

/// The processes of a group that still run.
fn left_of_group(group: &str) -> usize {
    let is_left = |process: &fs::DirEntry| {
        let stat = fs::read_to_string(process.path().join("stat")).unwrap_or_default();
        let facts: Vec<&str> = stat
            .rsplit(')')
            .next()
            .unwrap_or("")
            .split_whitespace()
            .collect();
        facts.get(2) == Some(&group) && !matches!(facts[0], "Z" | "X")
    };
    let processes = fs::read_dir("/proc").expect("Linux").flatten();
    processes.filter(is_left).count()
}

/// Whether a process runs this command line.
fn runs(line: &str) -> bool {
    let line = line.replace(' ', "\0") + "\0";
    let runs = |process: &fs::DirEntry| {
        fs::read(process.path().join("cmdline")).is_ok_and(|found| found == line.as_bytes())
    };
    fs::read_dir("/proc")
        .expect("Linux")
        .flatten()
        .any(|process| runs(&process))
}

fn short() -> Limits {
    Limits {
        time: Duration::from_secs(1),
        ..Limits::program()
    }
}

#[test]
fn what_turns_away_from_a_command_ends_with_it() {
    let ways = [
        ("its parent has ended", "(sleep 600.1 &) &", "600.1"),
        (
            "deaf to signals",
            "(trap '' TERM HUP INT; sleep 600.2; sleep 600.2) &",
            "600.2",
        ),
        ("another session", "setsid sleep 600.3 &", "600.3"),
        (
            "without streams",
            "nohup sleep 600.4 < /dev/null > /dev/null 2>&1 &",
            "600.4",
        ),
    ];
    for (way, script, number) in ways {
        for (script, has_end) in [
            (format!("{script} sleep 0.2"), true),
            (format!("{script} sleep 60"), false),
        ] {
            let ran = shell(&script, short());
            assert_eq!(ran.end == End::Stopped(Limit::Time), !has_end, "{way}");
            assert!(!runs(&format!("sleep {number}")), "{way}: {script}");
        }
    }
}

#[test]
fn a_fork_bomb_is_stopped_and_nothing_of_it_is_left() {
    // It would have an end, at some thousand processes.
    let bomb = "bomb() { [ $1 = 0 ] && sleep 60; bomb $(($1 - 1)) & bomb $(($1 - 1)) & wait; }";
    let script = format!("echo $$; {bomb}; bomb 10");
    let ran = shell(&script, Limits::program());
    assert_eq!(ran.end, End::Stopped(Limit::Processes));
    assert_eq!(left_of_group(ran.stdout().trim()), 0);
}

#[test]
fn a_process_that_is_always_another_is_caught() {
    // Each process starts the next one and ends.
    let script = "echo $$; hop() { hop & }; hop; sleep 0.2";
    let ran = shell(script, Limits::program());
    assert_eq!(left_of_group(ran.stdout().trim()), 0);
    thread::sleep(Duration::from_millis(100));
    assert_eq!(left_of_group(ran.stdout().trim()), 0);
}
