//! The commands of `docs/guide.md`, which are for a Unix shell, with the real guests.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shopping_cart::{guests, root};

/// The `sh` blocks of the guide that run our own programs.
fn commands_of_the_guide() -> Vec<String> {
    let guide = std::fs::read_to_string(root().join("docs/guide.md")).expect("the guide exists");
    let blocks = guide.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default().to_string());
    blocks.filter(|block| block.starts_with("wasm-rpc-")).collect()
}

/// The folder with our programs: `cargo xtask test` has built them and says where; else cargo builds them.
fn programs() -> PathBuf {
    if let Some(folder) = std::env::var_os("PROGRAMS_DIR") {
        return folder.into();
    }
    let cargo = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--workspace", "--bins"])
        .args(["--message-format", "json"])
        .current_dir(root())
        .output()
        .expect("cargo is there");
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    let messages = String::from_utf8_lossy(&cargo.stdout);
    let program = messages
        .split("\"executable\":\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|path| path.ends_with("wasm-rpc-run"))
        .expect("cargo names the program");
    Path::new(program).parent().expect("a program lies in a folder").to_path_buf()
}

#[test]
fn the_commands_of_the_guide_run() {
    let guests = guests();
    let programs = programs();
    let path = std::env::var("PATH").unwrap_or_default();
    let out = tempfile::tempdir().expect("a temporary directory can be made");
    let here = |text: &str| {
        text.replace("target/tour", &out.path().to_string_lossy()).replace("target/guests", &guests.to_string_lossy())
    };
    let commands = commands_of_the_guide();
    assert_eq!(commands.len(), 4, "the guide has build, add-stub-dependency, compose and run: {commands:#?}");
    let mut answers = String::new();
    for command in commands {
        let done = Command::new("bash")
            .args(["-euc", &here(&command)])
            .current_dir(root())
            .env("PATH", format!("{}:{path}", programs.display()))
            .output()
            .expect("bash is there");
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{command}\n{said}");
        answers = format!("{}{said}", String::from_utf8_lossy(&done.stdout));
    }
    assert!(answers.contains("success({order-id: \"alice-1\"})"), "{answers}");
    assert!(answers.contains("cart/alice -> history/alice  shopping:purchase-history/api.{add-order}"), "{answers}");
}
