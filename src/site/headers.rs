//! The policy of the site, from one table: for the page itself (`meta`), and for the headers of each kind of host (`headers/hosts.rs`).

pub mod hosts;

/// The content security policy. Nothing from elsewhere, nothing inline; the wasm may be compiled. Markup reaches the page through the
/// Trusted Types policy of `boot.js` alone.
const POLICY: &[(&str, &str)] = &[
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("worker-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "default"),
];

/// Headers of every answer besides the content security policy.
const EVERYWHERE: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// Who may put a page into a frame, and who may fetch a file of the site: nobody, but for the pages in this folder.
const EMBEDS: &str = "embed/";
/// Framing, as a directive that works in headers only, and fetching: of all pages.
const CLOSED: (&str, &str) = ("frame-ancestors 'none'", "same-origin");
/// The same of the pages in [`EMBEDS`].
const OPEN: (&str, &str) = ("frame-ancestors *", "cross-origin");

/// How a file is kept whose name has the digest of its content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// How all others are kept: asked for anew each time, which costs a few bytes where nothing changed.
const ASK: &str = "no-cache";

/// The policy for a `meta` element, for hosts that send no headers.
pub fn meta() -> String {
    let parts: Vec<String> = POLICY.iter().map(|(name, value)| format!("{name} {value}")).collect();
    parts.join("; ")
}
