//! The policy of the site, from one table: for the headers of a host and for the page itself.

/// The content security policy. Nothing from elsewhere, nothing inline; the wasm may be compiled.
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
];

/// Headers of every answer besides the content security policy.
const EVERYWHERE: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// Addresses whose content never changes: they carry a digest in their name.
const FOR_EVER: &[&str] = &[
    "/app-*",
    "/boot-*",
    "/digits-*",
    "/early-*",
    "/style-*",
    "/noscript-*",
    "/text.*",
];
/// Addresses that are asked for anew each time.
const ASK: &[&str] = &["/", "/*.html", "/sw.js", "/data/*", "/manifest.webmanifest"];

/// The policy for a `meta` element, for hosts that send no headers.
pub fn meta() -> String {
    let parts: Vec<String> = POLICY.iter().map(|(name, value)| format!("{name} {value}")).collect();
    parts.join("; ")
}

/// The headers as Netlify and Cloudflare read them.
pub fn netlify() -> String {
    let mut out = String::from("/*\n");
    // Frames can be forbidden by a header only.
    out.push_str(&format!(
        "  Content-Security-Policy: {}; frame-ancestors 'none'\n",
        meta()
    ));
    for (name, value) in EVERYWHERE {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    for (paths, value) in [(FOR_EVER, "public, max-age=31536000, immutable"), (ASK, "no-cache")] {
        for path in paths {
            out.push_str(&format!("{path}\n  Cache-Control: {value}\n"));
        }
    }
    out
}
