//! Rapporteur in the browser.

mod app;
mod browser;
mod pages;
mod route;
mod session;
mod ui;
mod words;

fn main() {
    browser::crash::install();
    leptos::mount::mount_to_body(app::App);
}
