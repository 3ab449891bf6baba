//! The system calls that a confined command may not make, on Linux.
//!
//! What is not named here is allowed, but for what only root may do: a confined command has none of
//! root's rights. A refused call fails with `EPERM`, as if a right were lacking, so that who calls
//! can say so or do without.
#![cfg(all(
    target_os = "linux",
    any(
        target_arch = "x86_64",
        target_arch = "aarch64",
        target_arch = "riscv64"
    )
))]

use nix::errno::Errno;
use nix::libc;
use seccompiler::SeccompCmpOp::{MaskedEq, Ne};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, sock_filter,
};
use std::collections::BTreeMap;
use std::env::consts::ARCH;
use std::io;

/// The number of a system call.
type Call = libc::c_long;

/// Refused, whatever it is about.
const REFUSED: &[Call] = &[
    // The network; a pair of sockets has its own rule.
    libc::SYS_socket,
    // What is submitted there no filter sees.
    libc::SYS_io_uring_setup,
    // Other processes' memory and files. Landlock already keeps a confined process from tracing any
    // that is not, and LeakSanitizer stops its own threads with `ptrace`.
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_getfd,
    // Leaving the process group, which is killed at the command's end.
    libc::SYS_setsid,
    libc::SYS_setpgid,
    // What outlives a process.
    libc::SYS_shmget,
    libc::SYS_msgget,
    libc::SYS_semget,
    libc::SYS_mq_open,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_keyctl,
    // Memory that counts for no limit.
    libc::SYS_memfd_create,
    libc::SYS_memfd_secret,
    // Facts about files that it may not open: Landlock leaves them alone.
    libc::SYS_fchownat,
    libc::SYS_fchown,
    libc::SYS_setxattr,
    libc::SYS_lsetxattr,
    libc::SYS_removexattr,
    libc::SYS_lremovexattr,
    SETXATTRAT,
    REMOVEXATTRAT,
    FILE_SETATTR,
    libc::SYS_inotify_add_watch,
    libc::SYS_fanotify_init,
    // Another view of the system, in which it would have root's rights.
    libc::SYS_unshare,
    libc::SYS_setns,
    // Parts of the kernel that have often let somebody in.
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
];

/// Refused as well: calls that newer systems do not have.
#[cfg(target_arch = "x86_64")]
const REFUSED_OLDER: &[Call] = &[
    libc::SYS_chown,
    libc::SYS_lchown,
    libc::SYS_utime,
    libc::SYS_utimes,
    libc::SYS_futimesat,
];
#[cfg(not(target_arch = "x86_64"))]
const REFUSED_OLDER: &[Call] = &[];

// Newer than the libc crate; since Linux 5.1 a number is the same on every architecture.
const FCHMODAT2: Call = 452;
const SETXATTRAT: Call = 463;
const REMOVEXATTRAT: Call = 466;
const FILE_SETATTR: Call = 469;

/// The only mode to which a file may be changed: for its owner alone, which gives nothing away and
/// takes nothing from her. A linker needs it for the program that it writes. It cannot be seen
/// which file it is.
const OWNERS: u64 = 0o700;

/// Reading, writing and entering, for the owner.
const OWNERS_BITS: [u64; 3] = [0o400, 0o200, 0o100];

/// `MAP_SHARED | MAP_ANONYMOUS`.
const SHARED_ANONYMOUS: u64 = 0x21;

/// A mode, in that argument, that keeps something from the owner.
fn lacking_owners(argument: u8) -> Vec<Argument> {
    OWNERS_BITS.map(|bit| (argument, MaskedEq(bit), 0)).to_vec()
}

/// One argument of a call: which, and what it is compared with.
type Argument = (u8, SeccompCmpOp, u64);

/// Refused where one of the arguments is so.
fn refused_where() -> Vec<(Call, Vec<Argument>)> {
    // Namespaces again; and beside its parent a process would be our own child.
    let clone = [
        libc::CLONE_NEWCGROUP,
        libc::CLONE_NEWIPC,
        libc::CLONE_NEWNET,
        libc::CLONE_NEWNS,
        libc::CLONE_NEWPID,
        libc::CLONE_NEWUSER,
        libc::CLONE_NEWUTS,
        libc::CLONE_PARENT,
    ];
    let clone = clone.map(|flag| {
        let flag = u64::from(flag.cast_unsigned());
        (0, MaskedEq(flag), flag)
    });
    // A pair of datagram sockets can be connected to something else afterwards.
    let [unix, datagram, raw] = [libc::AF_UNIX, libc::SOCK_DGRAM, libc::SOCK_RAW]
        .map(|kind| u64::from(kind.cast_unsigned()));
    let kind = MaskedEq(0xf);
    let pair = vec![(0, Ne, unix), (1, kind.clone(), datagram), (1, kind, raw)];
    let of_another = vec![(0, Ne, 0)];
    // One process: `PRIO_PROCESS`, and `IOPRIO_WHO_PROCESS` of linux/ioprio.h.
    let (process, io_process) = (0, 1);
    vec![
        (libc::SYS_clone, clone.to_vec()),
        (libc::SYS_socketpair, pair),
        // Limits and turns of other processes, which need no more than the same user.
        (libc::SYS_prlimit64, of_another.clone()),
        (libc::SYS_sched_setaffinity, of_another.clone()),
        (libc::SYS_sched_setattr, of_another.clone()),
        (libc::SYS_sched_setparam, of_another.clone()),
        (libc::SYS_sched_setscheduler, of_another),
        (libc::SYS_setpriority, vec![(0, Ne, process), (1, Ne, 0)]),
        (libc::SYS_ioprio_set, vec![(0, Ne, io_process), (1, Ne, 0)]),
        // Memory that is shared and nobody's file counts for no limit either.
        (
            libc::SYS_mmap,
            vec![(3, MaskedEq(SHARED_ANONYMOUS), SHARED_ANONYMOUS)],
        ),
        // A folder that its owner cannot list, enter or write would hold what nobody counts, and stay
        // behind.
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_mkdir, lacking_owners(1)),
        (libc::SYS_mkdirat, lacking_owners(2)),
        (
            libc::SYS_umask,
            OWNERS_BITS.map(|bit| (0, MaskedEq(bit), bit)).to_vec(),
        ),
        // Without a path it is about an open file.
        (libc::SYS_utimensat, vec![(1, Ne, 0)]),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_chmod, vec![(1, Ne, OWNERS)]),
        (libc::SYS_fchmodat, vec![(2, Ne, OWNERS)]),
        (FCHMODAT2, vec![(2, Ne, OWNERS)]),
    ]
}

/// The filter as the kernel takes it.
pub(crate) struct Filter([BpfProgram; 2]);

impl Filter {
    /// # Errors
    /// If it is not one, which is a mistake in the tables above.
    pub(crate) fn new() -> io::Result<Filter> {
        Ok(Filter([
            refusing().map_err(io::Error::other)?,
            unknown().to_vec(),
        ]))
    }

    /// Holds the calling thread to it, for good, with all that it starts; to nothing, where the
    /// kernel has no such filters. It makes bare system calls and allocates nothing.
    ///
    /// # Errors
    /// If the kernel has them, and refuses.
    pub(crate) fn apply(&self) -> io::Result<()> {
        for program in &self.0 {
            if seccompiler::apply_filter(program).is_err() {
                match Errno::last() {
                    Errno::EINVAL | Errno::ENOSYS => {}
                    error => return Err(error.into()),
                }
            }
        }
        Ok(())
    }
}

fn refusing() -> Result<BpfProgram, seccompiler::BackendError> {
    let always = REFUSED.iter().chain(REFUSED_OLDER);
    let mut rules: BTreeMap<Call, Vec<SeccompRule>> =
        always.map(|call| (*call, Vec::new())).collect();
    for (call, arguments) in refused_where() {
        let rule = |(index, compared, value): Argument| {
            // A path is as long as a pointer, everything else an `int`.
            let length = match call {
                libc::SYS_utimensat => SeccompCmpArgLen::Qword,
                _ => SeccompCmpArgLen::Dword,
            };
            let condition = SeccompCondition::new(index, length, compared, value)?;
            SeccompRule::new(vec![condition])
        };
        rules.insert(
            call,
            arguments.into_iter().map(rule).collect::<Result<_, _>>()?,
        );
    }
    let refused = SeccompAction::Errno(Errno::EPERM as u32);
    SeccompFilter::new(rules, SeccompAction::Allow, refused, ARCH.try_into()?)?.try_into()
}

/// A second filter, in the kernel's own code: calls that are answered as if the system did not
/// have them (`ENOSYS`), so that the C library falls back to others. `clone3` has its flags in
/// memory, where no filter looks; numbers from 0x4000_0000 are the same calls once more, for
/// x86-64 programs with short pointers.
fn unknown() -> [sock_filter; 5] {
    let instruction = |code: u32, jt, jf, k| sock_filter {
        code: code as u16,
        jt,
        jf,
        k,
    };
    let jump = libc::BPF_JMP | libc::BPF_K;
    let answer = |k| instruction(libc::BPF_RET | libc::BPF_K, 0, 0, k);
    [
        // The number stands first in what the kernel shows a filter.
        instruction(libc::BPF_LD | libc::BPF_W | libc::BPF_ABS, 0, 0, 0),
        instruction(jump | libc::BPF_JEQ, 1, 0, libc::SYS_clone3 as u32),
        instruction(jump | libc::BPF_JGE, 0, 1, 0x4000_0000),
        answer(libc::SECCOMP_RET_ERRNO | Errno::ENOSYS as u32),
        answer(libc::SECCOMP_RET_ALLOW),
    ]
}
