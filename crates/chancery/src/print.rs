//! The only file that prints: answers to standard output, complaints to standard error.

use crate::evidence::Source;
use crate::layout;
use chancery::Span;
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

/// Standard output, with colours where a person looks at it.
pub(crate) struct Printer {
    out: BufWriter<Stdout>,
    terminal: bool,
    colour: bool,
    width: usize,
}

/// How a line is to look. On paper and in a pipe all look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Plain,
    Strong,
    Quiet,
    Mark,
}

impl Look {
    const fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "\x1b[1m",
            Self::Quiet => "\x1b[2m",
            Self::Mark => "\x1b[1;36m",
        }
    }
}

impl Printer {
    /// Standard output. In a pipe lines are 100 columns wide, so that the bytes never vary.
    pub(crate) fn stdout() -> Self {
        let terminal = io::stdout().is_terminal();
        let wish = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let columns = if terminal { terminal_size::terminal_size() } else { None };
        let width = columns.map_or(100, |(width, _)| usize::from(width.0)).clamp(40, 120);
        Self {
            out: BufWriter::with_capacity(1 << 16, io::stdout()),
            terminal,
            colour: terminal && !wish,
            width,
        }
    }

    /// Whether a person looks at it.
    pub(crate) const fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// A line as it is, for programs.
    pub(crate) fn raw(&mut self, line: &str) -> io::Result<()> {
        self.out.write_all(line.as_bytes())?;
        self.out.write_all(b"\n")
    }

    /// An empty line.
    pub(crate) fn blank(&mut self) -> io::Result<()> {
        self.raw("")
    }

    /// One paragraph, broken into lines that fit, each indented.
    pub(crate) fn text(&mut self, indent: usize, look: Look, text: &str) -> io::Result<()> {
        for line in layout::lines(text, self.width.saturating_sub(indent)) {
            self.painted(indent, look, &line)?;
        }
        Ok(())
    }

    /// A line that is never broken.
    pub(crate) fn whole(&mut self, look: Look, line: &str) -> io::Result<()> {
        self.whole_at(0, look, line)
    }

    /// A line that is never broken, indented.
    pub(crate) fn whole_at(&mut self, indent: usize, look: Look, line: &str) -> io::Result<()> {
        self.painted(indent, look, &layout::plain(line))
    }

    /// An id, to be copied from the terminal: never broken.
    pub(crate) fn id(&mut self, indent: usize, id: &str) -> io::Result<()> {
        self.painted(indent, Look::Quiet, &layout::plain(id))
    }

    /// The words that prove something, underlined in their sentence.
    pub(crate) fn evidence(
        &mut self,
        indent: usize,
        source: &Source,
        marks: &[Span],
    ) -> io::Result<()> {
        let Some(first) = marks.iter().min() else { return Ok(()) };
        self.painted(indent, Look::Quiet, &format!("--> {}", source.place(*first)))?;
        for line in source.underlined(marks, self.width.saturating_sub(indent + 4)) {
            self.gutter(indent, Look::Plain, &line.words)?;
            if !line.marks.is_empty() {
                self.gutter(indent, Look::Mark, &line.marks)?;
            }
        }
        Ok(())
    }

    fn gutter(&mut self, indent: usize, look: Look, text: &str) -> io::Result<()> {
        write!(self.out, "{:indent$}", "")?;
        self.paint(Look::Quiet, "  |")?;
        write!(self.out, " ")?;
        self.paint(look, text)?;
        writeln!(self.out)
    }

    fn painted(&mut self, indent: usize, look: Look, text: &str) -> io::Result<()> {
        write!(self.out, "{:indent$}", "")?;
        self.paint(look, text)?;
        writeln!(self.out)
    }

    fn paint(&mut self, look: Look, text: &str) -> io::Result<()> {
        if self.colour && look != Look::Plain {
            write!(self.out, "{}{text}\x1b[0m", look.code())
        } else {
            write!(self.out, "{text}")
        }
    }

    /// Writes out what is held back.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Write for Printer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes a line over the one before it, on a terminal.
pub(crate) fn progress(line: &str) {
    let mut err = io::stderr().lock();
    let _ = write!(err, "\r\x1b[K{}", layout::plain(line));
    let _ = err.flush();
}

/// Says something that helps, on a line of its own under what went wrong.
pub(crate) fn hint(line: &str) {
    let _ = writeln!(io::stderr().lock(), "  {}", layout::plain(line));
}

/// Says what went wrong, on one line. A closed standard error is no reason to stop.
pub(crate) fn complain(message: impl Display) {
    let message = layout::plain(&message.to_string());
    let _ = writeln!(io::stderr().lock(), "chancery: {message}");
}
