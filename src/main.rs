//! The command line.

#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
mod memory;

fn main() -> std::process::ExitCode {
    rollcall::cli::run()
}
