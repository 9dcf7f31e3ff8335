//! Files made to do harm: each ends as a result or as a clear error, in bounded time and memory.
//!
//! The program itself is run, with a limit of the system on its memory, so that what is bounded is all that a user
//! would see. The generators write the bytes that no decent library would.

mod archives;
mod loops;
mod markup;
mod outputs;
mod packages;
mod support;
#[cfg(target_os = "linux")]
mod terminal;
mod zip_bytes;
