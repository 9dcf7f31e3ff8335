//! Symbol fonts: the Unicode character for a code of Symbol, Wingdings and their kin.
//!
//! In a symbol font a code says which drawing to show, not which character is meant: code 0xD8 of Wingdings
//! is an arrowhead, not `Ø`. Word writes such codes as private-use characters (U+F020 to U+F0FF, ECMA-376
//! part 1, 17.3.3.30 and 17.9.11), older writers as the plain code.

mod tables;

use tables::UNKNOWN;

/// The known symbol fonts with their characters. Names in lower case and without spaces and hyphens.
const FONTS: &[(&str, &str)] = &[
    ("symbol", tables::SYMBOL),
    ("wingdings", tables::WINGDINGS),
    ("wingdings2", tables::WINGDINGS_2),
    ("wingdings3", tables::WINGDINGS_3),
    ("webdings", tables::WEBDINGS),
    ("zapfdingbats", tables::ZAPF_DINGBATS),
    ("itczapfdingbats", tables::ZAPF_DINGBATS),
    ("monotypesorts", tables::ZAPF_DINGBATS),
    ("symbolmt", tables::SYMBOL),
    ("wingdingsregular", tables::WINGDINGS),
];

/// Shown for a private-use character that nothing is known of.
const BULLET: char = '•';

/// Whether the font is one whose codes are drawings and are mapped by [`to_unicode`]. Upper and lower case,
/// spaces and hyphens in the name make no difference.
pub fn is_symbol_font(name: &str) -> bool {
    characters(name).is_some()
}

/// The Unicode character for a code of a symbol font: 0x20 to 0xFF, or the same in private use (0xF020 to
/// 0xF0FF). `None` if the font is no symbol font, or has no character with a known equivalent there.
pub fn to_unicode(font: &str, code: u32) -> Option<char> {
    let code = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let index = usize::try_from(code.checked_sub(0x20)?).ok()?;
    characters(font)?.chars().nth(index).filter(|&found| found != UNKNOWN)
}

/// A character of text set in a font, as readable text: a code of a symbol font is mapped, a private-use
/// character of which nothing is known becomes `•`, and any other character stays as it is.
pub fn readable(font: Option<&str>, character: char) -> char {
    match font.and_then(|font| to_unicode(font, u32::from(character))) {
        Some(mapped) => mapped,
        None if is_private_use(character) => BULLET,
        None => character,
    }
}

/// The text of a bullet set in a font, as readable text: [`readable`] for each character.
pub fn bullet_text(font: Option<&str>, text: &str) -> String {
    let font = font.filter(|name| is_symbol_font(name));
    text.chars().map(|character| readable(font, character)).collect()
}

/// Whether Unicode leaves the meaning of the character to private agreement.
pub fn is_private_use(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// The characters of a symbol font from code 0x20 on.
fn characters(font: &str) -> Option<&'static str> {
    let name =
        || font.bytes().filter(|byte| !matches!(byte, b' ' | b'-')).map(|byte| byte.to_ascii_lowercase());
    FONTS.iter().find(|(known, _)| name().eq(known.bytes())).map(|&(_, characters)| characters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_holds_the_codes_20_to_ff() {
        for (font, characters) in FONTS {
            assert_eq!(characters.chars().count(), 224, "{font}");
            assert!(characters.starts_with(' '), "{font}");
            assert!(!characters.chars().any(is_private_use), "{font}");
        }
    }

    #[test]
    fn well_known_codes_of_each_font() {
        let cases = [
            ("Symbol", 0xB7, '•'),
            ("Symbol", 0x61, 'α'),
            ("Symbol", 0x57, 'Ω'),
            ("Symbol", 0x6D, 'μ'),
            ("Symbol", 0x27, '∋'),
            ("Symbol", 0x2D, '−'),
            ("Symbol", 0xA0, '€'),
            ("Symbol", 0xA3, '≤'),
            ("Symbol", 0xAE, '→'),
            ("Symbol", 0xB3, '≥'),
            ("Symbol", 0xB4, '×'),
            ("Symbol", 0xCE, '∈'),
            ("Symbol", 0xDE, '⇒'),
            ("Symbol", 0xE5, '∑'),
            ("Symbol", 0xF2, '∫'),
            ("Symbol", 0xFE, '⎭'),
            ("Wingdings", 0x28, '☎'),
            ("Wingdings", 0x4A, '☺'),
            ("Wingdings", 0x6C, '●'),
            ("Wingdings", 0x6E, '■'),
            ("Wingdings", 0x6F, '□'),
            ("Wingdings", 0x71, '❑'),
            ("Wingdings", 0x75, '◆'),
            ("Wingdings", 0x76, '❖'),
            ("Wingdings", 0x9F, '•'),
            ("Wingdings", 0xA7, '▪'),
            ("Wingdings", 0xA8, '◻'),
            ("Wingdings", 0xD8, '➢'),
            ("Wingdings", 0xE0, '→'),
            ("Wingdings", 0xE8, '➔'),
            ("Wingdings", 0xF0, '⇨'),
            ("Wingdings", 0xFC, '✓'),
            ("Wingdings", 0xFE, '☑'),
            ("Wingdings 2", 0x50, '✓'),
            ("Wingdings 2", 0x52, '☑'),
            ("Wingdings 2", 0xA3, '□'),
            ("Wingdings 2", 0xF9, '⁂'),
            ("Wingdings 3", 0x70, '▲'),
            ("Wingdings 3", 0x7D, '🞂'),
            ("Webdings", 0x61, '✔'),
            ("Webdings", 0xFF, '🕊'),
            ("ZapfDingbats", 0x33, '✓'),
            ("ZapfDingbats", 0x75, '◆'),
            ("ITC Zapf Dingbats", 0xE2, '➢'),
        ];
        for (font, code, expected) in cases {
            assert_eq!(to_unicode(font, code), Some(expected), "{font} {code:X}");
            assert_eq!(to_unicode(font, 0xF000 + code), Some(expected), "{font} F0{code:X}");
        }
    }

    #[test]
    fn codes_without_a_character_are_none() {
        let unknown = [
            ("Symbol", 0x94),
            ("Symbol", 0xF0),
            ("Symbol", 0xFF),
            ("Wingdings", 0x7F),
            ("Wingdings 3", 0xF5),
            ("Symbol", 0x00),
            ("Symbol", 0x1F),
            ("Symbol", 0x100),
            ("Symbol", 0xF01F),
            ("Symbol", 0xF100),
            ("Symbol", u32::MAX),
            ("Arial", 0xB7),
            ("", 0xB7),
        ];
        for (font, code) in unknown {
            assert_eq!(to_unicode(font, code), None, "{font} {code:X}");
        }
    }

    #[test]
    fn symbol_fonts_are_known_by_any_spelling_of_their_name() {
        for name in
            ["Symbol", "SYMBOL", "wingdings", "Wingdings 2", "Wingdings3", "WebDings", "Wingdings-Regular"]
        {
            assert!(is_symbol_font(name), "{name}");
        }
        for name in ["", "Arial", "Courier New", "Segoe UI Symbol", "OpenSymbol", "Wingdings 4"] {
            assert!(!is_symbol_font(name), "{name}");
        }
    }

    #[test]
    fn bullets_become_readable_text() {
        let cases = [
            (Some("Symbol"), "\u{F0B7}", "•"),
            (Some("Symbol"), "\u{B7}", "•"),
            (Some("Wingdings"), "\u{F0A7}", "▪"),
            (Some("Wingdings"), "l", "●"),
            (Some("Symbol"), "\u{2022}", "•"),
            (Some("Wingdings"), "\u{25AA}", "▪"),
            (Some("Symbol"), "\u{F094}", "•"),
            (Some("Courier New"), "o", "o"),
            (Some("Times New Roman"), "-", "-"),
            (Some("Times New Roman"), "\u{F0B7}", "•"),
            (Some("Times New Roman"), "\u{F0D8}", "•"),
            (None, "\u{F0A7}", "•"),
            (None, "–", "–"),
            (Some("Wingdings"), "", ""),
            (Some("Wingdings"), "\u{F0D8}\u{F0D8}", "➢➢"),
        ];
        for (font, text, expected) in cases {
            assert_eq!(bullet_text(font, text), expected, "{font:?} {text:?}");
        }
    }
}
