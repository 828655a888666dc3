//! What the commands and the end-to-end tests share: where things are, and the server the built site is served by.

pub mod static_server;
pub mod tools;
