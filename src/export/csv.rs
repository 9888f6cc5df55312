//! Tables as comma-separated values: RFC 4180, CRLF, UTF-8 with a byte order mark so that spreadsheets read Thai and Khmer.

/// The mark in front of the file.
pub const MARK: &str = "\u{FEFF}";

/// A table: its column names and its rows, each cell as plain text.
pub fn write(header: &[&str], rows: &[Vec<String>]) -> String {
    let mut out = String::from(MARK);
    line(&mut out, header.iter().copied());
    for row in rows {
        line(&mut out, row.iter().map(String::as_str));
    }
    out
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ') {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, written: &str) {
        assert_eq!(
            write(&["a"], &[vec![cell.to_owned()]]),
            format!("\u{FEFF}a\r\n{written}\r\n")
        );
    }

    #[test]
    fn cells_are_quoted_where_needed() {
        check("plain", "plain");
        check("a, b", "\"a, b\"");
        check("say “x” and \"y\"", "\"say “x” and \"\"y\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check(" edge", "\" edge\"");
        check("", "");
    }
}
