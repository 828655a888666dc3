//! Serves one folder of files, or files held in the program, to browsers on this machine, with the headers the site is meant to be hosted with.
//!
//! Just enough HTTP for that: GET and HEAD, one request a connection, a thread each. It knows nothing of the app; it
//! does not build, watch, compress or cache.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The content security policy. `index.html` holds the same as a `<meta>`, less `frame-ancestors`, which only a header
/// can set.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
     base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default; \
     frame-ancestors 'none'";

/// The headers of every answer but the policy. No Strict-Transport-Security: this is plain HTTP to this machine.
const HEADERS: [(&str, &str); 5] = [
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), usb=(), serial=()",
    ),
];

/// Enough for any request a browser makes; a longer head is refused.
const LONGEST_HEAD: usize = 16 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// Which of the site's headers are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headers {
    /// As the site is meant to be hosted.
    All,
    /// As a host sends it that cannot be configured: the site's own `<meta>` is all there is.
    TypeOnly,
}

/// Files held in a program: path below the root, with slashes, and contents.
pub type Held = &'static [(&'static str, &'static [u8])];

/// A running server; dropping it stops it and frees its port.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stopping: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

impl Server {
    /// A server of the files under `root` on 127.0.0.1 and `port` (0: any free one), already accepting.
    ///
    /// # Errors
    /// If `root` is not a folder or the port is taken.
    pub fn start(root: &Path, port: u16, headers: Headers) -> io::Result<Self> {
        let root = root.canonicalize()?;
        if !root.is_dir() {
            return Err(io::Error::new(
                io::ErrorKind::NotADirectory,
                format!("{} is not a folder", root.display()),
            ));
        }
        Self::serve(Files::Folder(root), port, headers)
    }

    /// A server of files held in the program, as [`Self::start`]; with all headers.
    ///
    /// # Errors
    /// If the port is taken.
    pub fn start_held(files: Held, port: u16) -> io::Result<Self> {
        Self::serve(Files::Held(files), port, Headers::All)
    }

    fn serve(files: Files, port: u16, headers: Headers) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let stopping = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopping);
        let site = Arc::new(Site {
            files,
            port: address.port(),
            headers,
        });
        let accepting = thread::spawn(move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                let (Ok(stream), site) = (stream, Arc::clone(&site)) else {
                    continue;
                };
                thread::spawn(move || {
                    // A browser that went away takes its answer with it.
                    let _ = site.answer(stream);
                });
            }
        });
        Ok(Self {
            address,
            stopping,
            accepting: Some(accepting),
        })
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address of the site, ending in a slash.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Returns when the server stops, which it does only by being dropped: for a command that serves until interrupted.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::SeqCst);
        if let Some(accepting) = self.accepting.take() {
            // Accepting blocks until somebody calls.
            let _ = TcpStream::connect_timeout(&self.address, Duration::from_secs(1));
            let _ = accepting.join();
        }
    }
}

enum Files {
    Folder(PathBuf),
    Held(Held),
}

impl Files {
    /// The name and the contents of the file at a path below the root; of a folder its `index.html`.
    fn read(&self, path: &Path) -> Option<(String, Cow<'static, [u8]>)> {
        match self {
            Self::Folder(root) => {
                let mut file = root.join(path);
                if file.is_dir() {
                    file.push("index.html");
                }
                // A link inside the folder may point out of it.
                let file = file.canonicalize().ok()?;
                if !file.starts_with(root) {
                    return None;
                }
                let body = fs::read(&file).ok()?;
                Some((file.file_name()?.to_str()?.to_owned(), Cow::Owned(body)))
            }
            Self::Held(files) => {
                let wanted: Vec<&str> = path.iter().filter_map(|part| part.to_str()).collect();
                let wanted = wanted.join("/");
                let wanted = if wanted.is_empty() {
                    "index.html"
                } else {
                    &wanted
                };
                let (name, body) = files.iter().find(|(name, _)| *name == wanted)?;
                let name = name.rsplit('/').next().unwrap_or_default();
                Some((name.to_owned(), Cow::Borrowed(*body)))
            }
        }
    }
}

/// Opens the address in the browser of choice, where there is one.
pub fn show(url: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    // The address was printed: a machine without a desktop loses nothing.
    let _ = Command::new(program)
        .args(arguments)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}

struct Site {
    files: Files,
    port: u16,
    headers: Headers,
}

/// What is sent back.
struct Answer {
    status: &'static str,
    kind: &'static str,
    cache: &'static str,
    body: Cow<'static, [u8]>,
}

impl Answer {
    fn refusal(status: &'static str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            cache: "no-cache",
            body: format!("{status}\n").into_bytes().into(),
        }
    }
}

impl Site {
    fn answer(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let head = read_head(&mut stream)?;
        let (answer, with_body) = match head {
            None => return Ok(()),
            Some(head) => self.respond(&head),
        };
        let mut out = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: {}\r\nConnection: close\r\n",
            answer.status,
            answer.kind,
            answer.body.len(),
            answer.cache,
        );
        if self.headers == Headers::All {
            out.push_str(&format!("Content-Security-Policy: {POLICY}\r\n"));
            for (name, value) in HEADERS {
                out.push_str(&format!("{name}: {value}\r\n"));
            }
        }
        out.push_str("\r\n");
        stream.write_all(out.as_bytes())?;
        if with_body {
            stream.write_all(&answer.body)?;
        }
        stream.flush()
    }

    fn respond(&self, head: &str) -> (Answer, bool) {
        let mut lines = head.lines();
        let mut words = lines.next().unwrap_or_default().split(' ');
        let (method, target) = (
            words.next().unwrap_or_default(),
            words.next().unwrap_or_default(),
        );
        let with_body = method != "HEAD";
        if !matches!(method, "GET" | "HEAD") {
            return (Answer::refusal("405 Method Not Allowed"), with_body);
        }
        let host = lines
            .filter_map(|line| line.split_once(':'))
            .find(|(name, _)| name.eq_ignore_ascii_case("host"))
            .map_or("", |(_, value)| value.trim());
        if !is_loopback(host, self.port) {
            return (Answer::refusal("421 Misdirected Request"), with_body);
        }
        let Some(path) = inside(target) else {
            return (Answer::refusal("400 Bad Request"), with_body);
        };
        (
            self.file(&path)
                .unwrap_or_else(|| Answer::refusal("404 Not Found")),
            with_body,
        )
    }

    fn file(&self, path: &Path) -> Option<Answer> {
        let (name, body) = self.files.read(path)?;
        Some(Answer {
            status: "200 OK",
            kind: kind(&name),
            cache: if is_hashed(&name) {
                "max-age=31536000, immutable"
            } else {
                "no-cache"
            },
            body,
        })
    }
}

/// The head of a request, or none if the connection closed, stalled or sent too much: browsers open some in advance.
fn read_head(stream: &mut TcpStream) -> io::Result<Option<String>> {
    let mut head = Vec::new();
    let mut chunk = [0; 2048];
    loop {
        let read = match stream.read(&mut chunk) {
            Ok(0) => return Ok(None),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        head.extend_from_slice(chunk.get(..read).unwrap_or_default());
        if let Some(end) = head.windows(4).position(|four| four == b"\r\n\r\n") {
            head.truncate(end);
            return Ok(String::from_utf8(head).ok());
        }
        if head.len() > LONGEST_HEAD {
            return Ok(None);
        }
    }
}

/// Whether a `Host` header names this machine. A page elsewhere can point its own name here, but not send this one.
fn is_loopback(host: &str, port: u16) -> bool {
    let name = host.strip_suffix(&format!(":{port}")).unwrap_or(host);
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

/// The path of a request target below the root, or none if it is not one.
fn inside(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = percent_decoded(path)?;
    if path.contains(['\\', '\0', ':']) {
        return None;
    }
    let path = PathBuf::from(path);
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(path)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        out.push(if byte == b'%' {
            let mut digit = || char::from(bytes.next()?).to_digit(16);
            u8::try_from(digit()? * 16 + digit()?).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(out).ok()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "ftl" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether the build put a digest of the contents into the name: `base-0f1e2d3c4b5a6978.css`, `app-…_bg.wasm`.
fn is_hashed(name: &str) -> bool {
    name.split(['-', '.', '_'])
        .skip(1)
        .any(|part| (14..=16).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn get(server: &Server, path: &str) -> String {
        let host = format!("127.0.0.1:{}", server.port());
        ask(
            server,
            &format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        )
    }

    fn site() -> (PathBuf, Server) {
        let folder = std::env::temp_dir().join(format!(
            "rapporteur-server-{}-{:?}",
            std::process::id(),
            thread::current().id()
        ));
        let root = folder.join("site");
        fs::create_dir_all(root.join("fonts")).unwrap();
        fs::write(root.join("index.html"), "home").unwrap();
        fs::write(root.join("app-0f1e2d3c4b5a6978_bg.wasm"), "wasm").unwrap();
        fs::write(root.join("fonts/ur du.woff2"), "font").unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        let server = Server::start(&root, 0, Headers::All).unwrap();
        (folder, server)
    }

    #[test]
    fn serves_files_with_their_types_and_headers() {
        let (folder, server) = site();
        let home = get(&server, "/");
        assert!(home.starts_with("HTTP/1.1 200 OK\r\n"), "{home}");
        assert!(home.ends_with("\r\n\r\nhome"));
        assert!(home.contains("Content-Type: text/html; charset=utf-8\r\n"));
        assert!(home.contains("Cache-Control: no-cache\r\n"));
        assert!(home.contains(&format!("Content-Security-Policy: {POLICY}\r\n")));
        assert!(home.contains("X-Content-Type-Options: nosniff\r\n"));
        let wasm = get(&server, "/app-0f1e2d3c4b5a6978_bg.wasm?v=1");
        assert!(wasm.contains("Content-Type: application/wasm\r\n"));
        assert!(wasm.contains("immutable"));
        assert!(get(&server, "/fonts/ur%20du.woff2").contains("Content-Type: font/woff2\r\n"));
        let head = ask(
            &server,
            "HEAD /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n",
        );
        assert!(head.contains("Content-Length: 4\r\n") && head.ends_with("\r\n\r\n"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_a_program_holds_is_served_as_a_folder_is() {
        static FILES: Held = &[
            ("index.html", b"home"),
            ("fonts/ur du.woff2", b"font"),
            ("app-0f1e2d3c4b5a6978_bg.wasm", b"wasm"),
        ];
        let server = Server::start_held(FILES, 0).unwrap();
        let home = get(&server, "/");
        assert!(home.ends_with("\r\n\r\nhome"), "{home}");
        assert!(home.contains(&format!("Content-Security-Policy: {POLICY}\r\n")));
        assert!(get(&server, "/fonts/ur%20du.woff2").contains("font/woff2"));
        assert!(get(&server, "/app-0f1e2d3c4b5a6978_bg.wasm").contains("immutable"));
        for path in ["/fonts", "/fonts/", "/../index.html", "/nothing.js"] {
            let answer = get(&server, path);
            assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
        }
        let evil = ask(&server, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        assert!(evil.starts_with("HTTP/1.1 421"), "{evil}");
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let (folder, server) = site();
        for path in [
            "/../secret.txt",
            "/..%2fsecret.txt",
            "/%2e%2e/secret.txt",
            "/fonts/../../secret.txt",
            "/..\\secret.txt",
            "//etc/passwd",
            "/c:/secret.txt",
            "/%00",
            "/%zz",
            "/%",
            "secret.txt",
        ] {
            let answer = get(&server, path);
            assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
            assert!(!answer.contains("secret\n") && !answer.ends_with("secret"));
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.join("secret.txt"), folder.join("site/link.txt"))
                .unwrap();
            assert!(get(&server, "/link.txt").starts_with("HTTP/1.1 404"));
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn only_names_of_this_machine_are_answered() {
        let (folder, server) = site();
        for host in ["evil.example", "127.0.0.1.evil.example", "localhost:1", ""] {
            let answer = ask(&server, &format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
            assert!(answer.starts_with("HTTP/1.1 421"), "{host}: {answer}");
        }
        let post = ask(&server, "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert!(post.starts_with("HTTP/1.1 405"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_stopped_server_frees_its_port() {
        let (folder, server) = site();
        let port = server.port();
        drop(server);
        let again = Server::start(&folder.join("site"), port, Headers::TypeOnly).unwrap();
        assert!(!get(&again, "/").contains("Content-Security-Policy"));
        drop(again);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_page_carries_the_same_policy() {
        let page = include_str!("../../../index.html");
        let own = POLICY.replace("; frame-ancestors 'none'", "");
        let meta =
            format!("<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{own}\">");
        assert!(page.contains(&meta), "the first child of <head> is {meta}");
    }
}
