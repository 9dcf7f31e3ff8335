//! The picture that keeps the emblem's place: a grey ring, to be changed for the emblem by those who may use it.

/// Its size in pixels; the emblem's on a cover, at 96 to the inch.
pub const WIDTH: u32 = 68;
/// See [`WIDTH`].
pub const HEIGHT: u32 = 74;

/// The picture as PNG: grey values, one byte for each pixel.
pub fn png() -> Vec<u8> {
    let mut header = Vec::new();
    header.extend(WIDTH.to_be_bytes());
    header.extend(HEIGHT.to_be_bytes());
    // Eight bits, grey, and the only methods of compression, filter and order.
    header.extend([8, 0, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut out, *b"IHDR", &header);
    chunk(&mut out, *b"IDAT", &stored(&pixels()));
    chunk(&mut out, *b"IEND", &[]);
    out
}

/// Rows of pixels, each behind its filter (none).
fn pixels() -> Vec<u8> {
    let mut out = Vec::new();
    for y in 0..HEIGHT {
        out.push(0);
        out.extend((0..WIDTH).map(|x| grey(x, y)));
    }
    out
}

fn grey(x: u32, y: u32) -> u8 {
    let (dx, dy) = (i64::from(x) * 2 - i64::from(WIDTH), i64::from(y) * 2 - i64::from(HEIGHT));
    let distance = dx * dx + dy * dy;
    if (56 * 56..64 * 64).contains(&distance) { 0xa0 } else { 0xff }
}

fn chunk(out: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    let length = u32::try_from(data.len()).expect("the picture is small");
    out.extend(length.to_be_bytes());
    let start = out.len();
    out.extend(kind);
    out.extend(data);
    let check = crc32(&out[start..]);
    out.extend(check.to_be_bytes());
}

/// A zlib stream of one stored block: the package is compressed as a whole.
fn stored(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("the picture is small");
    let mut out = vec![0x78, 0x01, 1];
    out.extend(length.to_le_bytes());
    out.extend((!length).to_le_bytes());
    out.extend(data);
    out.extend(adler32(data).to_be_bytes());
    out
}

fn adler32(data: &[u8]) -> u32 {
    let (a, b) = data.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    b << 16 | a
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| {
                if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 }
            },
        )
    })
}
