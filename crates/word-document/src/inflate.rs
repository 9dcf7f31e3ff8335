//! Inflating the parts of a package with one inflater: to set up another one costs more than most parts do.

use flate2::{Decompress, FlushDecompress, Status};

/// Room that is made at first, in bytes, and when it is full doubled. It is filled with zeros before it is used: a part
/// that says that it is large, and is not, must not take the time of a large one.
const FIRST: usize = 256 << 10;
/// Room that is made where a part turns out to be larger than its entry says, in bytes.
const MORE: usize = 32 << 10;

/// An inflater for one part after the other.
pub(crate) struct Inflater(Decompress);

impl Inflater {
    pub(crate) fn new() -> Self {
        Self(Decompress::new(false))
    }

    /// The bytes of a part from its deflated data, about as many as are `likely`; where there are more than are allowed,
    /// one more than these.
    ///
    /// # Errors
    /// What is wrong with the data.
    pub(crate) fn inflate(&mut self, data: &[u8], likely: usize, allowed: usize) -> Result<Vec<u8>, String> {
        self.0.reset(false);
        let most = allowed.saturating_add(1);
        let mut bytes = Vec::with_capacity(likely.min(most).min(FIRST));
        loop {
            let left = &data[self.0.total_in() as usize..];
            let status = self.0.decompress_vec(left, &mut bytes, FlushDecompress::Finish);
            match status.map_err(|error| error.to_string())? {
                Status::StreamEnd => return Ok(bytes),
                _ if bytes.len() >= most => {
                    bytes.truncate(most);
                    return Ok(bytes);
                }
                _ if bytes.len() == bytes.capacity() => {
                    bytes.reserve_exact(bytes.len().max(MORE).min(most - bytes.len()));
                }
                _ => return Err("its data ends early".to_owned()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::DeflateEncoder};

    use super::*;

    fn deflated(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn parts_are_inflated_whatever_size_is_expected() {
        let mut inflater = Inflater::new();
        let long: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
        for bytes in [&b""[..], b"a", &long] {
            for likely in [0, 1, bytes.len(), bytes.len() + 1] {
                assert!(inflater.inflate(&deflated(bytes), likely, 1 << 20).unwrap() == bytes, "{likely}");
            }
        }
    }

    #[test]
    fn no_more_is_inflated_than_is_allowed() {
        let data = deflated(&vec![b'x'; 100_000]);
        for likely in [0, 1_000, 200_000] {
            let bytes = Inflater::new().inflate(&data, likely, 1_000).unwrap();
            assert_eq!(bytes.len(), 1_001);
            assert!(bytes.capacity() <= 1_001);
        }
        assert_eq!(Inflater::new().inflate(&data, 0, 100_000).unwrap().len(), 100_000);
    }

    #[test]
    fn what_a_part_says_of_its_size_takes_no_time() {
        let begin = std::time::Instant::now();
        let mut inflater = Inflater::new();
        for _ in 0..10_000 {
            assert!(inflater.inflate(&[0xff; 4], 1 << 30, 1 << 30).is_err());
        }
        assert!(begin.elapsed().as_secs() < 20);
    }

    #[test]
    fn damaged_data_is_an_error_and_harms_no_other_part() {
        let mut inflater = Inflater::new();
        let data = deflated(b"a text of some length, a text of some length");
        assert!(inflater.inflate(&data[..data.len() - 3], 10, 100).is_err());
        assert!(inflater.inflate(&[0xff; 40], 10, 100).is_err());
        assert!(inflater.inflate(&[], 10, 100).is_err());
        assert!(inflater.inflate(&data, 10, 100).is_ok());
    }
}
