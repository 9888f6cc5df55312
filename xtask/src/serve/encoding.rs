//! Which compressed variant of a file a client takes. The variants were written by the build,
//! beside the file; nothing is compressed here.

/// A variant that the build writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli, `.br`.
    Brotli,
    /// gzip, `.gz`.
    Gzip,
}

/// The smallest first.
pub const ALL: [Encoding; 2] = [Encoding::Brotli, Encoding::Gzip];

impl Encoding {
    /// Its name in `Accept-Encoding` and `Content-Encoding`.
    pub fn token(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What is added to the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// Whether a client that sent this `Accept-Encoding` takes it (RFC 9110, section 12.5.3).
    pub fn is_accepted(self, accept_encoding: &str) -> bool {
        let mut for_any = false;
        for entry in accept_encoding.split(',') {
            let mut parts = entry.split(';').map(str::trim);
            let token = parts.next().unwrap_or_default();
            let wanted = parts
                .find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")))
                .is_none_or(|quality| quality.parse::<f32>().is_ok_and(|quality| quality > 0.0));
            if token.eq_ignore_ascii_case(self.token()) {
                return wanted;
            }
            if token == "*" {
                for_any = wanted;
            }
        }
        for_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_encoding_is_followed() {
        let cases = [
            ("", false, false),
            ("gzip, deflate, br, zstd", true, true),
            ("gzip", false, true),
            ("br;q=0, gzip;q=0.5", false, true),
            ("BR", true, false),
            ("*", true, true),
            ("*;q=0, br", true, false),
            ("gzip;q=0, *", true, false),
            ("brotli, gzipped", false, false),
            ("br; q=1.0", true, false),
            ("br;q=nonsense", false, false),
        ];
        for (header, brotli, gzip) in cases {
            assert_eq!(Encoding::Brotli.is_accepted(header), brotli, "br in {header}");
            assert_eq!(Encoding::Gzip.is_accepted(header), gzip, "gzip in {header}");
        }
    }
}
