//! Findings over documents and meetings. A rule sees the model alone; each stands in a file of its own, whose
//! documentation is what a user is told about it.
