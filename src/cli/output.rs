//! Where results go, and text that does nothing to a terminal.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::Failure;
use super::arguments::{InputArguments, OutputArguments};

/// Standard output, or a file that takes its name only when it is whole.
pub(super) struct Output {
    to: Box<dyn Write>,
    /// The file being written, and the name it gets.
    file: Option<(PathBuf, PathBuf)>,
    /// Somebody looks at it as it comes.
    terminal: bool,
}

impl Output {
    /// Opens standard output, or what will be the named file. A file that is there is overwritten only with
    /// `force`, and one of the inputs never.
    pub(super) fn open(arguments: &OutputArguments, inputs: &[&InputArguments]) -> Result<Output, Failure> {
        let Some(path) = arguments.path.as_deref() else {
            let stdout = io::stdout().lock();
            let terminal = stdout.is_terminal();
            return Ok(Output { to: Box::new(BufWriter::new(stdout)), file: None, terminal });
        };
        if let Ok(own) = path.canonicalize() {
            let mut inputs = inputs.iter().flat_map(|inputs| inputs.files.iter().chain(&inputs.said.members));
            if inputs.any(|input| input.canonicalize().is_ok_and(|input| input == own)) {
                return Err(Failure(format!(
                    "{} is one of the files that are read; name another output",
                    path.display()
                )));
            }
            if !arguments.force {
                return Err(Failure(format!("{} is there already; --force overwrites it", path.display())));
            }
        }
        let (part, file) = beside(path).map_err(|error| Failure(format!("{}: {error}", path.display())))?;
        Ok(Output {
            to: Box::new(BufWriter::new(file)),
            file: Some((part, path.to_owned())),
            terminal: false,
        })
    }

    /// Everything was written.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        written(self.to.flush())?;
        match self.file.take() {
            Some((part, path)) => fs::rename(part, path).map_err(Failure::from),
            None => Ok(()),
        }
    }
}

/// A new file beside the output, to be written until it is whole. What lies there already stays as it is.
fn beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let own = path.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::IsADirectory))?;
    for number in 0..100 {
        let mut name = own.to_os_string();
        name.push(if number == 0 { ".part".to_owned() } else { format!(".{number}.part") });
        let part = path.with_file_name(name);
        match File::create_new(&part) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            file => return Ok((part, file?)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

impl Write for Output {
    /// Takes whole lines. A table keeps its values as they are for a spreadsheet, so a terminal is guarded here.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.terminal {
            return self.to.write(bytes);
        }
        self.to.write_all(on_terminal(&String::from_utf8_lossy(bytes)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

impl Drop for Output {
    /// What is not whole leaves nothing behind.
    fn drop(&mut self) {
        if let Some((part, _)) = self.file.take() {
            let _ = fs::remove_file(part);
        }
    }
}

/// Writes, and takes a reader that went away (`| head`) for the end.
pub(super) fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
        other => other.map_err(Failure::from),
    }
}

/// What a terminal gets of an output: no byte order mark, its own line ends, and nothing that it would act on.
fn on_terminal(text: &str) -> String {
    plain(&text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n")).into_owned()
}

/// Text of an export for a terminal.
pub(super) use crate::report::visible as plain;

#[cfg(test)]
mod tests {
    use super::on_terminal;

    #[test]
    fn a_table_does_nothing_to_a_terminal() {
        assert_eq!(
            on_terminal("\u{FEFF}a,b\r\n\"\u{1b}[2J\",\u{202e}x\r\n"),
            "a,b\n\"\\u{1b}[2J\",\\u{202e}x\n"
        );
    }
}
