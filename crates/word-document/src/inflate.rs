//! Inflating the parts of packages. A thread has one inflater, and room that it uses again: to set up another one costs
//! more than most parts do, and new room for a text as much as to fill it.

use std::cell::RefCell;

use flate2::{Decompress, FlushDecompress, Status};

/// Room that is made at first, in bytes, and when it is full doubled. It is filled with zeros before it is used: a part
/// that says that it is large, and is not, must not take the time of a large one.
const FIRST: usize = 256 << 10;
/// Room that is made where a part turns out to be larger than its entry says, in bytes.
const MORE: usize = 32 << 10;
/// Parts of so many bytes get room that was used before.
const LARGE: usize = 16 << 10;
/// Room that is kept for the next part, in bytes, at most.
const KEPT: usize = 1 << 20;

/// An inflater for one part after the other.
struct Inflater {
    decompress: Decompress,
    /// Room that was used before, and may be used again.
    room: Vec<u8>,
}

thread_local! {
    static INFLATER: RefCell<Inflater> = RefCell::new(Inflater::new());
}

/// The bytes of a part from its deflated data, about as many as are `likely`; where there are more than are allowed,
/// one more than these.
///
/// # Errors
/// What is wrong with the data.
pub(crate) fn inflate(data: &[u8], likely: usize, allowed: usize) -> Result<Vec<u8>, String> {
    INFLATER.with_borrow_mut(|inflater| inflater.inflate(data, likely, allowed))
}

/// Takes back the bytes of a part that are not needed any more.
pub(crate) fn reuse(bytes: Vec<u8>) {
    INFLATER.with_borrow_mut(|inflater| inflater.reuse(bytes));
}

impl Inflater {
    fn new() -> Self {
        Self { decompress: Decompress::new(false), room: Vec::new() }
    }

    fn inflate(&mut self, data: &[u8], likely: usize, allowed: usize) -> Result<Vec<u8>, String> {
        let most = allowed.saturating_add(1);
        let mut bytes = self.room(likely.min(most).min(FIRST));
        match self.fill(&mut bytes, data, most) {
            Ok(length) => {
                bytes.truncate(length);
                Ok(bytes)
            }
            Err(error) => {
                self.reuse(bytes);
                Err(error)
            }
        }
    }

    /// Room for at least so many bytes, with anything in it.
    fn room(&mut self, length: usize) -> Vec<u8> {
        if length < LARGE || self.room.is_empty() {
            return vec![0; length];
        }
        let mut room = std::mem::take(&mut self.room);
        grow(&mut room, length);
        room
    }

    fn reuse(&mut self, bytes: Vec<u8>) {
        if bytes.capacity() <= KEPT && bytes.len() > self.room.len() {
            self.room = bytes;
        }
    }

    /// Inflates data, and gives the number of bytes.
    fn fill(&mut self, bytes: &mut Vec<u8>, data: &[u8], most: usize) -> Result<usize, String> {
        self.decompress.reset(false);
        let mut length = 0;
        loop {
            let end = bytes.len().min(most);
            let left = &data[self.decompress.total_in() as usize..];
            let status = self.decompress.decompress(left, &mut bytes[length..end], FlushDecompress::Finish);
            length = self.decompress.total_out() as usize;
            match status.map_err(|error| error.to_string())? {
                Status::StreamEnd => return Ok(length),
                _ if length >= most => return Ok(length),
                _ if length == end => grow(bytes, end + end.max(MORE).min(most - end)),
                _ => return Err("its data ends early".to_owned()),
            }
        }
    }
}

/// Makes room for so many bytes and no more; there may be more already.
fn grow(room: &mut Vec<u8>, length: usize) {
    room.reserve_exact(length.saturating_sub(room.len()));
    room.resize(length.max(room.len()), 0);
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

    #[test]
    fn room_that_is_used_again_shows_nothing_of_what_was_there() {
        let long: Vec<u8> = (0..80_000_u32).flat_map(|n| n.wrapping_mul(n).to_le_bytes()).collect();
        for length in [300_000, 20_000, 0, 30_000, 200_000, LARGE, 320_000, 100_000] {
            for likely in [length, length / 2, 2 * length] {
                let bytes = inflate(&deflated(&long[..length]), likely, 1 << 20).unwrap();
                assert!(bytes == long[..length], "{length}, {likely}");
                reuse(bytes);
            }
        }
        assert!(inflate(&[0xff; 40], 1 << 17, 1 << 20).is_err());
        assert_eq!(inflate(&deflated(&long[..200_000]), 200_000, 99_999).unwrap(), long[..100_000]);
    }

    #[test]
    fn little_room_is_kept() {
        reuse(vec![0; 2 * KEPT]);
        INFLATER.with_borrow(|inflater| assert!(inflater.room.capacity() <= KEPT));
    }
}
