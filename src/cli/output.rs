//! Where results go, and text that does nothing to a terminal.

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::Failure;
use super::arguments::{CompanyArguments, InputArguments, OutputArguments};

/// Standard output, a file that takes its name only when it is whole, or what is no file, such as a pipe or a device.
pub(super) struct Output {
    to: Box<dyn Write>,
    /// The file being written, and the name it gets.
    file: Option<(PathBuf, PathBuf)>,
    /// Somebody looks at it as it comes.
    terminal: bool,
}

impl Output {
    /// Opens standard output, or what will be the named file. A file that is there is overwritten only with
    /// `force`, and one that is read never. A pipe or a device is there to be written to: it stays what it is.
    pub(super) fn open(
        arguments: &OutputArguments,
        company: &CompanyArguments,
        inputs: &[&InputArguments],
    ) -> Result<Output, Failure> {
        let Some(path) = arguments.path.as_deref() else {
            let stdout = io::stdout().lock();
            let terminal = stdout.is_terminal();
            return Ok(Output { to: Box::new(BufWriter::new(stdout)), file: None, terminal });
        };
        let failed = |why: &dyn Display| Failure(format!("{}: {why}", path.display()));
        let there = fs::metadata(path);
        if there.as_ref().is_ok_and(fs::Metadata::is_dir) {
            return Err(failed(&"is a folder; name a file in it"));
        }
        if there.is_ok_and(|there| !there.is_file()) {
            let file = File::options().write(true).open(path).map_err(|error| failed(&error))?;
            let terminal = file.is_terminal();
            return Ok(Output { to: Box::new(BufWriter::new(file)), file: None, terminal });
        }
        let own = path.canonicalize();
        if let Ok(own) = &own {
            let inputs = inputs.iter().flat_map(|inputs| inputs.files.iter().chain(&inputs.said.members));
            let mut read = inputs.chain(&company.settings);
            if read.any(|input| input.canonicalize().is_ok_and(|input| input == *own)) {
                return Err(Failure(format!(
                    "{} is one of the files that are read; name another output",
                    path.display()
                )));
            }
        }
        // A link that leads nowhere is there, too.
        if fs::symlink_metadata(path).is_ok() && !arguments.force {
            return Err(Failure(format!("{} is there already; --force overwrites it", path.display())));
        }
        // What a link leads to is overwritten, and not the link.
        let path = own.unwrap_or_else(|_| path.to_owned());
        let (part, file) = beside(&path).map_err(|error| failed(&error))?;
        Ok(Output { to: Box::new(BufWriter::new(file)), file: Some((part, path)), terminal: false })
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
