//! A meeting's folder as one consistent record.
