//! `cargo xtask serve`: the page on this machine, with the headers a host should send.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Result, anyhow};

use crate::flags::Flags;
use crate::process::say;
use crate::{build, root};

/// What the page may do: run its own files, and talk to nobody. `www/index.html` carries it too.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types rollcall";

pub(crate) fn run(flags: &mut Flags) -> Result<()> {
    let port = flags.value("--port")?.unwrap_or(8080);
    let profile = flags.value("--profile")?.unwrap_or_else(|| "wasm".to_owned());
    flags.done()?;
    let site = build::site(&profile)?;
    let (server, address) = listen(port)?;
    say(&format!("open http://{address}/, or a host page at http://{address}/demo/ (stop with Ctrl+C)"));
    answer(&server, &site);
    Ok(())
}

/// A server of files. A connection has a thread of its own and carries one request: browsers open several at once and
/// keep them, and none may wait for another.
pub(crate) struct Server {
    listener: TcpListener,
    address: SocketAddr,
    over: AtomicBool,
}

impl Server {
    /// Lets `answer` come to its end.
    pub(crate) fn unblock(&self) {
        self.over.store(true, Ordering::Relaxed);
        // It looks up when somebody knocks.
        let _ = TcpStream::connect(self.address);
    }
}

/// Longest head of a request, and how long to wait for it.
const HEAD: u64 = 64 * 1024;
const PATIENCE: Duration = Duration::from_secs(30);

/// Listens on this machine only; port 0 takes a free one.
pub(crate) fn listen(port: u16) -> Result<(Server, SocketAddr)> {
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        anyhow!("port {port} cannot be used: {error}. Another one: cargo xtask serve --port N")
    })?;
    let address = listener.local_addr()?;
    Ok((Server { listener, address, over: AtomicBool::new(false) }, address))
}

/// Answers requests until the server is unblocked.
pub(crate) fn answer(server: &Server, site: &Path) {
    for stream in server.listener.incoming() {
        if server.over.load(Ordering::Relaxed) {
            return;
        }
        let site = site.to_owned();
        // A browser that went away is no fault of ours.
        std::thread::spawn(move || stream.and_then(|stream| respond(stream, &site)));
    }
}

fn respond(mut stream: TcpStream, site: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new((&stream).take(HEAD)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let method = words.next().unwrap_or_default();
    if !matches!(method, "GET" | "HEAD") {
        return stream.write_all(b"HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n");
    }
    let Some(path) = words.next().and_then(|url| file_of(url, site)) else {
        return stream.write_all(b"HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    };
    let mut file = File::open(&path)?;
    let headers = [
        ("Content-Length", &*file.metadata()?.len().to_string()),
        ("Content-Type", content_type(&path)),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cache-Control", "no-cache"),
        ("Connection", "close"),
    ];
    let headers = headers.map(|(name, value)| format!("{name}: {value}\r\n")).concat();
    stream.write_all(format!("HTTP/1.1 200 OK\r\n{headers}\r\n").as_bytes())?;
    if method == "GET" {
        io::copy(&mut file, &mut stream)?;
    }
    Ok(())
}

/// The file a URL names, if it lies in the site, or in the demo host, which stands below `/demo/`. Only plain names are served, so `..` leads nowhere.
fn file_of(url: &str, site: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let (mut file, path) = match path.strip_prefix("/demo/") {
        Some(path) => (root().join("demo/plain"), path),
        None => (site.to_owned(), path),
    };
    for name in path.split('/').filter(|name| !name.is_empty()) {
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if !plain || name.starts_with('.') {
            return None;
        }
        file.push(name);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_site_are_served() {
        let site = crate::root().join("www");
        assert!(file_of("/", &site).is_some_and(|file| file.ends_with("index.html")));
        assert!(file_of("/index.html?x=1", &site).is_some());
        assert!(file_of("/demo/", &site).is_some_and(|file| file.ends_with("plain/index.html")));
        for url in [
            "/demo/../react/package.json",
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..",
            "/.hidden",
            "/nothing.js",
        ] {
            assert_eq!(file_of(url, &site), None, "{url}");
        }
    }

    #[test]
    fn the_page_carries_the_policy_of_the_server() {
        let page = std::fs::read_to_string(crate::root().join("www/index.html")).unwrap();
        // A policy in the page cannot say who may frame it.
        let policy = POLICY.replace(" frame-ancestors 'none';", "");
        assert!(page.contains(&policy), "www/index.html must carry: {policy}");
    }

    #[test]
    fn the_docs_say_what_is_sent() {
        let docs = std::fs::read_to_string(crate::root().join("docs/hosting.md")).unwrap();
        let words = docs.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(POLICY), "docs/hosting.md must carry: {POLICY}");
    }
}
