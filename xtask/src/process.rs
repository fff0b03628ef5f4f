//! Child processes that may not hang, and the words around them.

use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Says what happens next.
pub(crate) fn say(text: &str) {
    if std::io::stderr().is_terminal() {
        eprintln!("\x1b[1mxtask\x1b[0m {text}");
    } else {
        eprintln!("xtask {text}");
    }
}

/// Runs to the end, however it ends, but no longer than `limit`.
pub(crate) fn status(command: &mut Command, limit: Duration) -> Result<ExitStatus> {
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .with_context(|| format!("{} cannot be started", words(command)))?;
    wait(&mut child, command, limit)
}

/// Runs to a good end within `limit`.
pub(crate) fn run(command: &mut Command, limit: Duration) -> Result<()> {
    let status = status(command, limit)?;
    if !status.success() {
        bail!("{} failed ({status})", words(command));
    }
    Ok(())
}

/// Runs within `limit`, passing standard output through and handing every line of it to `read`.
pub(crate) fn read_lines(
    command: &mut Command,
    limit: Duration,
    mut read: impl FnMut(&str) + Send,
) -> Result<ExitStatus> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} cannot be started", words(command)))?;
    let output = child.stdout.take().expect("standard output is piped");
    std::thread::scope(|scope| {
        scope.spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                println!("{line}");
                read(&line);
            }
        });
        wait(&mut child, command, limit)
    })
}

/// Runs to a good end within `limit`, and gives what it wrote to standard output.
pub(crate) fn output(command: &mut Command, limit: Duration) -> Result<String> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} cannot be started", words(command)))?;
    let mut out = child.stdout.take().expect("standard output is piped");
    let (status, text) = std::thread::scope(|scope| {
        let reading = scope.spawn(move || {
            let mut text = String::new();
            out.read_to_string(&mut text).map(|_| text)
        });
        (wait(&mut child, command, limit), reading.join().expect("reading does not panic"))
    });
    let status = status?;
    if !status.success() {
        bail!("{} failed ({status})", words(command));
    }
    Ok(text?)
}

/// Does the program answer at all?
pub(crate) fn answers(program: &str, argument: &str) -> bool {
    Command::new(program)
        .arg(argument)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn wait(child: &mut Child, command: &Command, limit: Duration) -> Result<ExitStatus> {
    let end = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if Instant::now() > end {
            child.kill()?;
            child.wait()?;
            bail!("{} was stopped: it took longer than {} s", words(command), limit.as_secs());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn words(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}
