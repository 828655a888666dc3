//! Rapporteur in the browser.

mod app;
mod browser;
#[cfg(all(test, target_arch = "wasm32"))]
mod corpus;
#[cfg(test)]
mod golden;
mod pages;
mod route;
mod session;
mod ui;
mod words;

fn main() {
    browser::crash::install();
    leptos::mount::mount_to_body(app::App);
}
