//! The workbook without a screen.
//!
//! Core does no IO, reads no clock, draws no randomness and cannot panic on any input: time and ids are arguments, and
//! what a user can get wrong is a value. The same set of edits gives the same bytes on any machine.

pub mod advice;
pub mod combination;
pub mod command;
pub mod edit;
pub mod edition;
pub mod event;
pub mod field;
pub mod file;
pub mod intake;
pub mod item;
pub mod judgement;
pub mod keep;
pub mod list;
pub mod message;
pub mod priority;
pub mod queue;
pub mod receipt;
pub mod recommendation;
pub mod register;
pub mod report;
pub mod round;
pub mod similar;
pub mod sorted;
pub mod template;
pub mod text;
pub mod value;
pub mod vocabulary;
pub mod workbook;
