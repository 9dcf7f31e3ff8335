//! A meeting's folder, invented, from the disk to the record and its findings.

mod files;
mod findings;
mod proceedings;
mod register;
mod support;
