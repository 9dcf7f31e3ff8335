//! Chromium without a window, driven by its own protocol (Chrome DevTools Protocol) over a socket of this machine.

use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use tungstenite::{Message, WebSocket};

/// A browser with one tab; it ends with the value.
pub struct Browser {
    child: Child,
    socket: WebSocket<TcpStream>,
    session: Option<String>,
    calls: u64,
    events: Vec<Value>,
    _profile: TempDir,
}

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const OPTIONS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    "about:blank",
];
const PATIENCE: Duration = Duration::from_secs(60);

impl Browser {
    /// A browser; none where Chromium is not installed. CI has to have it.
    pub fn start() -> Option<Self> {
        let Some(program) = installed() else {
            assert!(std::env::var_os("CI").is_none(), "Chromium is missing: `.ci/run browser` installs it");
            eprintln!("skipped: `.ci/run browser` installs Chromium");
            return None;
        };
        let profile = TempDir::new().expect("there is room");
        let child = Command::new(program)
            .args(OPTIONS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("Chromium runs");
        let (port, path) = door(profile.path());
        let stream = TcpStream::connect(("127.0.0.1", port)).expect("Chromium listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a socket has one");
        let (socket, _) =
            tungstenite::client(format!("ws://127.0.0.1:{port}{path}"), stream).expect("it answers");
        let mut browser =
            Self { child, socket, session: None, calls: 0, events: Vec::new(), _profile: profile };
        browser.attach();
        Some(browser)
    }

    fn attach(&mut self) {
        let targets = self.call("Target.getTargets", json!({}));
        let page =
            targets["targetInfos"].as_array().unwrap().iter().find(|one| one["type"] == "page").unwrap();
        let attached =
            self.call("Target.attachToTarget", json!({"targetId": page["targetId"], "flatten": true}));
        self.session = Some(attached["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log", "Network", "Audits"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
        self.call("Network.setCacheDisabled", json!({"cacheDisabled": true}));
    }

    /// Calls a method of the protocol, and waits for what it gives.
    pub fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.calls += 1;
        let mut message = json!({"id": self.calls, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.socket.send(Message::text(message.to_string())).expect("Chromium listens");
        loop {
            let read = self.socket.read().unwrap_or_else(|error| panic!("{method}: {error}"));
            let Ok(text) = read.to_text() else { continue };
            let Ok(answer) = serde_json::from_str::<Value>(text) else { continue };
            if answer["id"] == self.calls {
                assert!(answer.get("error").is_none(), "{method}: {answer}");
                return answer["result"].clone();
            }
            self.events.push(answer);
        }
    }

    /// Opens an address, and waits until the page is ready for its reader.
    pub fn open(&mut self, address: &str) {
        self.call("Page.navigate", json!({"url": "about:blank"}));
        self.events.clear();
        self.call("Page.navigate", json!({"url": address}));
        self.wait("location.protocol !== 'about:' && document.readyState === 'complete'");
    }

    /// What an expression gives.
    pub fn evaluate(&mut self, expression: &str) -> Value {
        let given = self.call(
            "Runtime.evaluate",
            json!({"expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true}),
        );
        assert!(given.get("exceptionDetails").is_none(), "{expression}: {given}");
        given["result"]["value"].clone()
    }

    /// Waits until an expression is true.
    pub fn wait(&mut self, expression: &str) {
        let begin = Instant::now();
        while self.evaluate(&format!("Boolean({expression})")) != true {
            assert!(begin.elapsed() < PATIENCE, "never: {expression}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses keys one after the other: `/`, `j`, `Escape`.
    pub fn press(&mut self, keys: &[&str]) {
        for key in keys {
            let text = match *key {
                "Enter" => Some("\r"),
                one if one.chars().count() == 1 => Some(one),
                _ => None,
            };
            let kind = if text.is_some() { "keyDown" } else { "rawKeyDown" };
            let mut down =
                json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code_of(key)});
            if let Some(text) = text {
                down["text"] = json!(text);
            }
            self.call("Input.dispatchKeyEvent", down);
            self.call("Input.dispatchKeyEvent", json!({"type": "keyUp", "key": key, "code": key}));
        }
    }

    /// The size of the window, as of a phone where it is narrow.
    pub fn resize(&mut self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// The medium (`screen`, `print`) and the colours that the reader prefers (`light`, `dark`).
    pub fn medium(&mut self, medium: &str, colours: &str) {
        let features = json!([{"name": "prefers-color-scheme", "value": colours}]);
        self.call("Emulation.setEmulatedMedia", json!({"media": medium, "features": features}));
    }

    /// What the page should not have done: errors, breaches of its policy, requests beyond itself.
    pub fn trouble(&mut self) -> Vec<String> {
        // All events of what was done before have come when this is answered.
        self.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))");
        let bad = |event: &&Value| match event["method"].as_str().unwrap_or_default() {
            "Runtime.exceptionThrown" | "Audits.issueAdded" => true,
            "Runtime.consoleAPICalled" => event["params"]["type"] != "log",
            "Log.entryAdded" => true,
            "Network.requestWillBeSent" => {
                let url = event["params"]["request"]["url"].as_str().unwrap_or_default();
                let itself = event["params"]["type"] == "Document" && url.starts_with("file:");
                !itself && !url.starts_with("data:")
            }
            _ => false,
        };
        self.events.iter().filter(bad).map(ToString::to_string).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn code_of(key: &str) -> u32 {
    match key {
        "Enter" => 13,
        "Escape" => 27,
        "ArrowUp" => 38,
        "ArrowDown" => 40,
        "Tab" => 9,
        "/" => 191,
        "?" => 191,
        other => other.to_ascii_uppercase().bytes().next().map_or(0, u32::from),
    }
}

fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let found = |name: &&str| {
        std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
    };
    NAMES.iter().find_map(found)
}

/// Where the browser listens: it writes that into its profile.
fn door(profile: &Path) -> (u16, String) {
    let file = profile.join("DevToolsActivePort");
    let begin = Instant::now();
    loop {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        if let Some((port, path)) = text.trim().split_once('\n')
            && let Ok(port) = port.parse()
        {
            return (port, path.to_owned());
        }
        assert!(begin.elapsed() < PATIENCE, "Chromium does not say where it listens");
        std::thread::sleep(Duration::from_millis(30));
    }
}
