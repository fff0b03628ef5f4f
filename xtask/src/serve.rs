//! `cargo xtask serve`: the page on this machine, with the headers a host should send.

use std::fs::File;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

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

/// Listens on this machine only; port 0 takes a free one.
pub(crate) fn listen(port: u16) -> Result<(Server, SocketAddr)> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        anyhow!("port {port} cannot be used: {error}. Another one: cargo xtask serve --port N")
    })?;
    let address = server.server_addr().to_ip().expect("an IP address was asked for");
    Ok((server, address))
}

/// Answers requests until the server is unblocked.
pub(crate) fn answer(server: &Server, site: &Path) {
    for request in server.incoming_requests() {
        // A browser that went away is no fault of ours.
        let _ = respond(request, site);
    }
}

fn respond(request: Request, site: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let Some(path) = file_of(request.url(), site) else {
        return request.respond(Response::empty(404));
    };
    let headers = [
        ("Content-Type", content_type(&path)),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cache-Control", "no-cache"),
    ];
    let mut response = Response::from_file(File::open(path)?);
    for (name, value) in headers {
        response.add_header(Header::from_bytes(name, value).expect("our headers are well formed"));
    }
    request.respond(response)
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
}
