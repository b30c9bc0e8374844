//! Unusual directories and files.

use std::fs;

use crate::common::Said;
use crate::support::{ADD, TARGET, resolved, sandbox};

#[test]
fn files_and_folders_in_the_way() {
    let folder = "error: `a/wit/deps/test_b-stub/_stub.wit` is a directory, not a file\n";
    let file = "error: `a/wit/deps/test_b-stub` is a file, not a directory\n";
    for (path, expected) in [
        ("a/wit/deps/test_b-stub", file),
        ("a/wit/deps", "error: `a/wit/deps` is a file, not a directory\n"),
        ("a/wit/deps/test_b-stub/_stub.wit/x", folder),
    ] {
        let sandbox = sandbox();
        sandbox.write(path, "in the way");
        let said = sandbox.refused(&format!("{ADD} -o"));
        assert!(said.contains(expected) && said.contains("hint: "), "{said}");
    }
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_link_that_leads_out_is_not_followed() {
        for link in ["a/wit/deps", "a/wit/deps/test_b-stub", "a/wit/deps/wasm-rpc"] {
            let sandbox = sandbox();
            fs::create_dir_all(sandbox.path("elsewhere")).expect("a directory");
            let link = sandbox.path(link);
            fs::create_dir_all(link.parent().expect("below")).expect("a directory");
            symlink(sandbox.path("elsewhere"), &link).expect("a link");
            let said = sandbox.refused(&format!("{ADD} -o"));
            assert!(said.starts_with("error: ") && said.contains("elsewhere"), "{said}");
        }
    }

    #[test]
    fn a_caller_behind_a_link_is_a_caller() {
        let sandbox = sandbox();
        symlink(sandbox.path("a"), sandbox.path("link")).expect("a link");
        sandbox.run("add-stub-dependency -s b-stub -d link/wit --add-import").done();
        assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import")), "");
        resolved(&sandbox, "a/wit");
    }

    /// Several callers may share a folder: what need not change may lie anywhere.
    #[test]
    fn a_package_behind_a_link_is_used() {
        let sandbox = sandbox();
        fs::create_dir_all(sandbox.path("a/wit/deps")).expect("a directory");
        symlink(sandbox.path("b-stub/deps/wasm-rpc"), sandbox.path("a/wit/deps/shared")).expect("a link");
        sandbox.run(&format!("{ADD} --add-import")).done();
        assert!(!sandbox.path("a/wit/deps/wasm-rpc").exists());
        resolved(&sandbox, "a/wit");
        assert_eq!(sandbox.unchanged(&format!("{ADD} -o")), "");
    }

    #[test]
    fn a_file_that_is_read_only_is_not_replaced() {
        let sandbox = sandbox();
        sandbox.write("a/wit/deps/b.wit", TARGET.replace("u32", "u64"));
        let file = sandbox.path("a/wit/deps/b.wit");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("ours");
        let said = sandbox.refused(&format!("{ADD} -o"));
        assert!(said.starts_with("error: `a/wit/deps/b.wit` ") && said.contains("read-only"), "{said}");
    }

    #[test]
    fn a_read_only_directory_is_an_error() {
        let sandbox = sandbox();
        let directory = sandbox.path("a/wit");
        fs::set_permissions(&directory, fs::Permissions::from_mode(0o555)).expect("ours");
        // Nothing is read-only for root.
        if fs::write(directory.join("probe"), "").is_ok() {
            return;
        }
        let said = sandbox.refused(ADD);
        assert!(said.contains("a/wit"), "{said}");
        fs::set_permissions(&directory, fs::Permissions::from_mode(0o755)).expect("ours");
    }

    #[test]
    fn a_pipe_among_the_dependencies_is_not_waited_for() {
        let sandbox = sandbox();
        fs::create_dir_all(sandbox.path("a/wit/deps")).expect("a directory");
        let made = std::process::Command::new("mkfifo").arg(sandbox.path("a/wit/deps/x.wit")).status();
        assert!(made.expect("mkfifo").success());
        let said = Said::of(sandbox.command(ADD).output());
        assert_eq!(said.code, Some(1), "{said:?}");
        assert!(said.stderr.starts_with("error: `a/wit/deps/x.wit` ") && said.stderr.contains("\nhint: "), "{said:?}");
        fs::remove_file(sandbox.path("a/wit/deps/x.wit")).expect("ours");
        symlink("nowhere", sandbox.path("a/wit/deps/x.wit")).expect("a link");
        let said = Said::of(sandbox.command(ADD).output());
        assert!(said.stderr.starts_with("error: `a/wit/deps/x.wit` is a symbolic link to `nowhere`, "), "{said:?}");
    }

    #[test]
    fn names_that_are_no_text() {
        let odd = OsStr::from_bytes(b"odd-\xff");
        let sandbox = sandbox();
        sandbox.write("a/wit/deps/x.wit", "package x:x;\n");
        let deps = sandbox.path("a/wit/deps");
        fs::write(deps.join(odd), "no WIT").expect("a file");
        fs::create_dir(deps.join(OsStr::from_bytes(b"dir-\xff"))).expect("a directory");
        sandbox.run(ADD).done();
        assert_eq!(sandbox.unchanged(ADD), "");
        assert!(deps.join(odd).exists());
        fs::write(deps.join(OsStr::from_bytes(b"odd-\xff.wit")), "package y:y;\n").expect("a file");
        let said = sandbox.refused(ADD);
        assert!(said.contains("is not UTF-8\nhint: "), "{said}");
    }

    #[test]
    fn a_crate_whose_name_is_no_text() {
        let sandbox = sandbox();
        let odd = sandbox.path("").join(OsStr::from_bytes(b"odd-\xff"));
        for flag in ["", "-u"] {
            let dest = odd.join("wit");
            fs::create_dir_all(&dest).expect("a directory");
            fs::write(dest.join("a.wit"), "package test:a;\nworld a { }\n").expect("a file");
            fs::write(odd.join("Cargo.toml"), "[package.metadata.component]\n").expect("a file");
            let mut command = sandbox.command(&format!("add-stub-dependency -s b-stub {flag} -d"));
            let before = sandbox.listing();
            let said = Said::of(command.arg(&dest).output());
            assert_eq!(said.code, Some(1), "{said:?}");
            assert!(said.stderr.contains("is not UTF-8"), "{said:?}");
            assert!(before == sandbox.listing());
        }
    }
}
