//! Zip files byte by byte (PKWARE APPNOTE 6.3: 4.3.7 local headers, 4.3.12 central directory, 4.3.16 its end).

/// One entry as the directory and the local header tell it, true or not.
#[derive(Clone)]
pub struct Entry {
    /// The name, with any bytes.
    pub name: Vec<u8>,
    /// 0 stored, 8 deflated.
    pub method: u16,
    /// CRC-32 of the content.
    pub crc: u32,
    /// Size of the data in the file.
    pub packed: u32,
    /// Size of the content.
    pub size: u32,
    /// Unix mode in the upper half.
    pub attributes: u32,
}

impl Entry {
    /// A stored entry that tells the truth.
    pub fn stored(name: impl Into<Vec<u8>>, content: &[u8]) -> Self {
        let size = content.len() as u32;
        Self { name: name.into(), method: 0, crc: crc32(content), packed: size, size, attributes: 0 }
    }

    /// The local header, which the data follow.
    pub fn local(&self) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        self.common(&mut bytes);
        bytes.extend((self.name.len() as u16).to_le_bytes());
        bytes.extend([0; 2]);
        bytes.extend(&self.name);
        bytes
    }

    fn central(&self, offset: u32) -> Vec<u8> {
        let mut bytes = b"PK\x01\x02".to_vec();
        bytes.extend([20, 3]);
        self.common(&mut bytes);
        bytes.extend((self.name.len() as u16).to_le_bytes());
        bytes.extend([0; 8]);
        bytes.extend(self.attributes.to_le_bytes());
        bytes.extend(offset.to_le_bytes());
        bytes.extend(&self.name);
        bytes
    }

    /// Version, flags (names are UTF-8), method, time, CRC and sizes: the same in both headers.
    fn common(&self, bytes: &mut Vec<u8>) {
        bytes.extend(20_u16.to_le_bytes());
        bytes.extend(0x800_u16.to_le_bytes());
        bytes.extend(self.method.to_le_bytes());
        bytes.extend([0, 0, 0x21, 0]);
        bytes.extend(self.crc.to_le_bytes());
        bytes.extend(self.packed.to_le_bytes());
        bytes.extend(self.size.to_le_bytes());
    }
}

/// A file of stored entries.
pub fn stored<'a>(entries: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let entries = entries.into_iter().map(|(name, content)| (Entry::stored(name, content), content.to_vec()));
    file(&entries.collect::<Vec<_>>())
}

/// A file of entries with their data.
pub fn file(entries: &[(Entry, Vec<u8>)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (entry, data) in entries {
        directory.push((entry.clone(), bytes.len() as u32));
        bytes.extend(entry.local());
        bytes.extend(data);
    }
    with_directory(bytes, &directory)
}

/// Puts a central directory, with the places of the local headers, after the bytes.
pub fn with_directory(mut bytes: Vec<u8>, entries: &[(Entry, u32)]) -> Vec<u8> {
    let start = bytes.len() as u32;
    for (entry, offset) in entries {
        bytes.extend(entry.central(*offset));
    }
    let size = bytes.len() as u32 - start;
    let count = (entries.len().min(usize::from(u16::MAX)) as u16).to_le_bytes();
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count);
    bytes.extend(count);
    bytes.extend(size.to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0; 2]);
    bytes
}

/// Entries that share one kernel of data: each begins with a stored block that quotes the next local header (D. Fifield,
/// "A better zip bomb", 2019). All of them inflate to the kernel's content with the headers before it.
pub fn quoted_overlap(names: &[String], kernel: &[u8], content: &[u8]) -> Vec<u8> {
    let mut data = kernel.to_vec();
    let mut content = content.to_vec();
    let mut headers: Vec<(Entry, Vec<u8>)> = Vec::new();
    for name in names.iter().rev() {
        let entry = Entry {
            name: name.clone().into_bytes(),
            method: 8,
            crc: crc32(&content),
            packed: data.len() as u32,
            size: content.len() as u32,
            attributes: 0,
        };
        let header = entry.local();
        let length = header.len() as u16;
        let mut quoted = vec![0];
        quoted.extend(length.to_le_bytes());
        quoted.extend((!length).to_le_bytes());
        data = [quoted, header.clone(), data].concat();
        content = [header.clone(), content].concat();
        headers.push((entry, header));
    }
    headers.reverse();
    // The file begins with the first local header; the block that would quote it belongs to no entry.
    let bytes = data[5..].to_vec();
    let mut offset = 0;
    let mut directory = Vec::new();
    for (entry, header) in headers {
        directory.push((entry, offset));
        offset += header.len() as u32 + 5;
    }
    with_directory(bytes, &directory)
}

/// CRC-32 as zip has it (APPNOTE 4.4.7).
pub fn crc32(bytes: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(bytes);
    hasher.finalize()
}
