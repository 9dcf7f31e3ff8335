//! What was read before: many documents of a meeting are written over one template, and some of their parts are the same
//! to the byte. What such a part says is read once.

use std::rc::Rc;

use zip::CompressionMethod;

use crate::error::ReadError;
use crate::package::{Package, Packed, decode};

/// How many parts of a kind a thread remembers: a meeting has few templates.
pub(crate) const TEMPLATES: usize = 8;

/// Larger parts are read each time, so that the memory they take is bounded. In bytes, inflated.
const LARGEST: usize = 1 << 18;

/// The parts of one kind that were read last, and what they say.
#[derive(Debug)]
pub(crate) struct Recent<T> {
    most: usize,
    /// Those that were asked for last come first.
    parts: Vec<Known<T>>,
}

#[derive(Debug)]
struct Known<T> {
    /// Of the part: what its text says may depend on it.
    name: Box<str>,
    data: Box<[u8]>,
    method: CompressionMethod,
    checksum: u32,
    /// Of its bytes, inflated.
    size: usize,
    says: Rc<T>,
}

impl<T> Recent<T> {
    /// Remembers so many parts.
    pub(crate) const fn new(most: usize) -> Self {
        Self { most, parts: Vec::new() }
    }

    /// What a part says, or `None` where the package has no such part.
    ///
    /// # Errors
    /// What [`Package::part`] and `read` give. What cannot be read is not remembered.
    pub(crate) fn part(
        &mut self,
        package: &mut Package<'_>,
        name: &str,
        read: impl FnOnce(String) -> Result<T, ReadError>,
    ) -> Result<Option<Rc<T>>, ReadError> {
        let Some(packed) = package.packed(name)? else { return Ok(None) };
        if let Some(place) = self.parts.iter().position(|known| known.is(name, &packed)) {
            self.parts[..=place].rotate_right(1);
            let known = &self.parts[0];
            package.admit(name, &packed, known.size)?;
            package.spend(known.size as u64);
            return Ok(Some(Rc::clone(&known.says)));
        }
        let bytes = package.unpack(name, &packed)?;
        let size = bytes.len();
        let says = Rc::new(read(decode(bytes, name)?)?);
        if size <= LARGEST {
            let Packed { data, method, checksum, .. } = packed;
            let says = Rc::clone(&says);
            let known = Known { name: name.into(), data: data.into(), method, checksum, size, says };
            self.parts.insert(0, known);
            self.parts.truncate(self.most);
        }
        Ok(Some(says))
    }
}

impl<T> Known<T> {
    fn is(&self, name: &str, packed: &Packed<'_>) -> bool {
        self.checksum == packed.checksum
            && self.method == packed.method
            && *self.data == *packed.data
            && *self.name == *name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::{self, Limits};

    fn word_file(text: &str) -> Vec<u8> {
        package::write([("a", text.as_bytes()), ("b", &b"xxxx"[..])]).unwrap()
    }

    /// What is said of a part, and whether it was read for it.
    fn ask(recent: &mut Recent<String>, text: &str, limits: &Limits) -> Result<(String, bool), ReadError> {
        let bytes = word_file(text);
        let mut package = Package::open(&bytes, limits).unwrap();
        let mut is_read = false;
        let says = recent.part(&mut package, "a", |text| {
            is_read = true;
            Ok(text)
        })?;
        assert_eq!(package.spent(), text.len() as u64);
        Ok((says.unwrap().to_string(), is_read))
    }

    #[test]
    fn a_part_that_is_the_same_is_read_once() {
        let (mut recent, limits) = (Recent::new(2), Limits::default());
        for (text, is_read) in [("one", true), ("one", false), ("two", true), ("one", false), ("two", false)]
        {
            assert_eq!(ask(&mut recent, text, &limits).unwrap(), (text.to_owned(), is_read));
        }
    }

    #[test]
    fn those_that_were_asked_for_last_are_remembered() {
        let (mut recent, limits) = (Recent::new(3), Limits::default());
        let mut is_read = |text| ask(&mut recent, text, &limits).unwrap().1;
        for text in ["1", "2", "3"] {
            assert!(is_read(text));
        }
        assert!(!is_read("1"));
        assert!(is_read("4"));
        assert!(is_read("2"));
        assert!(!is_read("1"));
    }

    #[test]
    fn a_part_that_is_remembered_meets_the_limits_of_its_package() {
        let (mut recent, few) = (Recent::new(2), Limits { total_size: 10, ..Limits::default() });
        let text = "longer than ten bytes";
        assert!(ask(&mut recent, text, &Limits::default()).is_ok());
        let error = ask(&mut recent, text, &few).unwrap_err();
        let anew = ask(&mut Recent::new(2), text, &few).unwrap_err();
        assert!(matches!(error, ReadError::TooLarge(_)), "{error}");
        assert_eq!(error.to_string(), anew.to_string());
    }

    #[test]
    fn a_part_of_another_name_is_another_one() {
        let bytes = package::write([("a", &b"text"[..]), ("b", b"text")]).unwrap();
        let mut package = Package::open(&bytes, &Limits::default()).unwrap();
        let mut recent = Recent::new(2);
        for name in ["a", "b", "a"] {
            assert_eq!(*recent.part(&mut package, name, |_| Ok(name)).unwrap().unwrap(), name);
        }
    }

    #[test]
    fn what_cannot_be_read_is_not_remembered() {
        let bytes = word_file("text");
        let mut package = Package::open(&bytes, &Limits::default()).unwrap();
        let mut recent = Recent::<String>::new(2);
        let wrong = |_| Err(ReadError::MissingPart("x".to_owned()));
        assert!(recent.part(&mut package, "a", wrong).is_err());
        assert!(recent.part(&mut package, "c", wrong).unwrap().is_none());
        assert_eq!(*recent.part(&mut package, "a", Ok).unwrap().unwrap(), "text");
    }

    #[test]
    fn large_parts_are_read_each_time() {
        let (mut recent, limits) = (Recent::new(2), Limits { ratio: u64::MAX, ..Limits::default() });
        let text = "x".repeat(LARGEST + 1);
        assert!(ask(&mut recent, &text, &limits).unwrap().1);
        assert!(ask(&mut recent, &text, &limits).unwrap().1);
    }
}
