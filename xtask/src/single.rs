//! Makes one file of the built site, which opens by double-click: scripts, program, styles and fonts are in it, and its
//! policy allows these scripts and styles by their digests and nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use crate::{Outcome, languages};
use xtask::tools;

/// Where it is built.
pub(crate) fn place() -> PathBuf {
    tools::root().join("dist-file").join("rapporteur.html")
}

/// Makes the file of a built site.
pub(crate) fn make(site: &Path) -> Outcome {
    let page = text(&site.join("index.html"))?;
    let script = between(&page, "data-js=\"", "\"")?;
    let wasm = between(&page, "data-wasm=\"", "\"")?;
    let styles = styles(site, &page)?;
    let boot = text(&site.join("boot.js"))?;
    // A module of its own, as it is built; only it can hand its start over.
    let module = text(&site.join(script))?;
    let export = "export { initSync, __wbg_init as default };";
    if !module.contains(export) {
        return Err(format!("{script} does not end as expected: {export}"));
    }
    let module = module.replace(export, "window.rapporteurStart = __wbg_init;");
    let module = module.replace("\nexport class ", "\nclass ");
    let module = module
        .strip_prefix("export class ")
        .map_or(module.clone(), |rest| format!("class {rest}"));
    for inlined in [&boot, &module, &styles] {
        if ["</script", "<!--", "</style"]
            .iter()
            .any(|end| inlined.contains(end))
        {
            return Err("a script or style would end its element".into());
        }
    }
    let policy = format!(
        "default-src 'none'; script-src '{}' '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data: blob:; \
         font-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default",
        digest(&boot),
        digest(&module),
        digest(&styles),
    );
    let (head, body) = page.split_once("</head>").ok_or("index.html has no head")?;
    let head: String = head
        .lines()
        .filter(|line| {
            !["<link ", "<script ", "<meta http-equiv", "<!--"]
                .iter()
                .any(|tag| line.starts_with(tag))
        })
        .filter(|line| !line.trim().is_empty())
        .map(|line| format!("{line}\n"))
        .collect();
    let (before, after) = head
        .split_once("<head>\n")
        .ok_or("index.html has no head of its own line")?;
    let program = BASE64.encode(bytes(&site.join(wasm))?);
    let parts = parts(site, wasm)?;
    let languages = languages(site)?;
    let sample = text(&site.join("sample-workshop.json"))?.replace('<', "\\u003c");
    let icon = BASE64.encode(bytes(&site.join("icons/icon.svg"))?);
    let whole = format!(
        "{before}<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{after}\
         <link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">\n\
         <script>{boot}</script>\n<style>{styles}</style>\n\
         <script type=\"text/plain\" id=\"font-licences\">{}</script>\n</head>{}\
         <script type=\"application/json\" id=\"file:sample-workshop.json\">{sample}</script>\n\
         {languages}{parts}<script type=\"application/octet-stream\" id=\"program\">{program}</script>\n\
         <script type=\"module\">{module}</script>\n</body>\n</html>\n",
        licences(site)?,
        body.split_once("</body>")
            .ok_or("index.html has no body")?
            .0,
    );
    let place = place();
    let folder = place.parent().ok_or("no folder")?;
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&place, &whole))
        .map_err(|error| format!("{}: {error}", place.display()))?;
    println!("{} bytes in one file: {}", whole.len(), place.display());
    Ok(())
}

/// The parts of the program that are loaded when they are needed, each under the name it has in the site.
fn parts(site: &Path, program: &str) -> Outcome<String> {
    let told = |error| format!("{}: {error}", site.display());
    let mut parts = Vec::new();
    for entry in fs::read_dir(site).map_err(told)? {
        let name = entry.map_err(told)?.file_name();
        let name = name.to_string_lossy().into_owned();
        if name.ends_with(".wasm") && !program.ends_with(&name) {
            let part = BASE64.encode(bytes(&site.join(&name))?);
            parts.push(format!(
                "<script type=\"application/octet-stream\" id=\"part:{name}\">{part}</script>\n"
            ));
        }
    }
    if parts.is_empty() {
        return Err("the program has no parts".into());
    }
    parts.sort();
    Ok(parts.concat())
}

/// The languages that are fetched when somebody chooses them, each under the name it has in the site.
fn languages(site: &Path) -> Outcome<String> {
    let mut inlined = String::new();
    for tag in languages::tags()? {
        let name = languages::name(&tag);
        let messages = text(&site.join(&name))?;
        if messages.contains('<') {
            return Err(format!("{name} would end its element"));
        }
        inlined.push_str(&format!(
            "<script type=\"text/plain\" id=\"file:{name}\">{messages}</script>\n"
        ));
    }
    Ok(inlined)
}

/// All styles in their order, with the fonts they name in them.
fn styles(site: &Path, page: &str) -> Outcome<String> {
    let mut styles = String::new();
    for link in page.split("<link rel=\"stylesheet\" href=\"").skip(1) {
        let name = link.split('"').next().unwrap_or_default();
        let mut sheet = text(&site.join(name))?;
        while let Ok(font) = between(&sheet, "url(\"fonts/", "\")").map(str::to_owned) {
            let packed = BASE64.encode(bytes(&site.join("fonts").join(&font))?);
            sheet = sheet.replace(
                &format!("url(\"fonts/{font}\")"),
                &format!("url(\"data:font/woff2;base64,{packed}\")"),
            );
        }
        styles.push_str(&sheet);
    }
    if styles.is_empty() {
        return Err("index.html names no styles".into());
    }
    Ok(styles)
}

/// The licences of the fonts, which go where they go.
fn licences(site: &Path) -> Outcome<String> {
    let mut licences = String::new();
    for font in ["noto-nastaliq-urdu", "noto-naskh-arabic"] {
        licences.push_str(&text(&site.join("fonts").join(font).join("LICENSE"))?);
    }
    Ok(licences.replace('<', "("))
}

fn digest(inlined: &str) -> String {
    format!(
        "sha256-{}",
        BASE64.encode(Sha256::digest(inlined.as_bytes()))
    )
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Outcome<&'a str> {
    text.split_once(before)
        .and_then(|(_, rest)| rest.split_once(after))
        .map(|(found, _)| found)
        .ok_or_else(|| format!("no {before}"))
}

fn text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}
