//! Number formats (ECMA-376 part 1, 17.18.59 ST_NumberFormat): a number as the text that Word shows for it.
//!
//! Word's deviations from the standard are those that Microsoft documents in MS-OI29500, 2.1.540. Numbers
//! outside the range of a format are shown as decimal numbers, so no number, however large, makes a long
//! text.

mod numerals;
mod words;

use std::fmt::Write as _;

pub use numerals::Counting;
use words::write_words;

/// How the numbers of a level are written. Formats that differ only in their characters are one variant with
/// the characters in it; [`NumberFormat::parse`] makes one from its name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NumberFormat {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// Zeros in front up to this many digits: 01, 02 (`decimalZero`, where it is 2) or 001, 002.
    Padded(u8),
    /// 1, … 9, A, … F, 10.
    Hex,
    /// `- 1 -`, `- 2 -`.
    InDashes,
    /// 1st, 2nd, 3rd.
    Ordinal,
    /// One, Two, Three. In English, whatever the language of the text.
    CardinalText,
    /// First, Second, Third. In English, whatever the language of the text.
    OrdinalText,
    /// Letters in turn, and then each twice, three times: a, … z, aa, bb.
    Repeated(&'static str),
    /// Letters in turn, and then from the first again.
    Cyclic(&'static str),
    /// One character for each number, and decimal numbers after the last: ①, … ⑳, 21.
    Listed(&'static str),
    /// Decimal numbers with other digits; the ten digits from 0 to 9.
    Digits(&'static str),
    /// The signs of numerals one after the other, as in Roman numerals; values in falling order.
    Additive(&'static [(u32, &'static str)], u32),
    /// East Asian numerals with signs for ten, hundred and thousand.
    Counting(&'static Counting),
    /// No number: the level's text is a bullet.
    Bullet,
    /// No number: its place in the text stays empty.
    None,
}

/// The names of ST_NumberFormat (17.18.59) that are supported, and two that only a custom format can mean.
const NAMES: &[(&str, NumberFormat)] = &[
    ("decimal", NumberFormat::Decimal),
    ("bullet", NumberFormat::Bullet),
    ("none", NumberFormat::None),
    ("lowerLetter", NumberFormat::Repeated("abcdefghijklmnopqrstuvwxyz")),
    ("upperLetter", NumberFormat::Repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
    // Word numbers to 7FFF (MS-DOC, 2.9.150).
    ("lowerRoman", NumberFormat::Additive(&numerals::LOWER_ROMAN, 0x7FFF)),
    ("upperRoman", NumberFormat::Additive(&numerals::UPPER_ROMAN, 0x7FFF)),
    ("decimalZero", NumberFormat::Padded(2)),
    ("ordinal", NumberFormat::Ordinal),
    ("cardinalText", NumberFormat::CardinalText),
    ("ordinalText", NumberFormat::OrdinalText),
    ("hex", NumberFormat::Hex),
    ("chicago", NumberFormat::Repeated("*†‡§")),
    ("numberInDash", NumberFormat::InDashes),
    ("decimalHalfWidth", NumberFormat::Decimal),
    ("decimalFullWidth", NumberFormat::Digits("０１２３４５６７８９")),
    ("decimalFullWidth2", NumberFormat::Digits("０１２３４５６７８９")),
    ("decimalEnclosedCircle", NumberFormat::Listed(numerals::CIRCLED)),
    ("decimalEnclosedCircleChinese", NumberFormat::Listed(numerals::CIRCLED)),
    ("decimalEnclosedFullstop", NumberFormat::Listed("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")),
    ("decimalEnclosedParen", NumberFormat::Listed("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")),
    // Word encloses in parentheses, whatever the name says.
    ("ideographEnclosedCircle", NumberFormat::Listed("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")),
    ("ideographTraditional", NumberFormat::Listed("甲乙丙丁戊己庚辛壬癸")),
    ("ideographZodiac", NumberFormat::Listed("子丑寅卯辰巳午未申酉戌亥")),
    ("ideographDigital", NumberFormat::Digits("〇一二三四五六七八九")),
    ("japaneseDigitalTenThousand", NumberFormat::Digits("〇一二三四五六七八九")),
    ("japaneseCounting", NumberFormat::Counting(&numerals::JAPANESE)),
    ("japaneseLegal", NumberFormat::Counting(&numerals::JAPANESE_LEGAL)),
    ("chineseCounting", NumberFormat::Counting(&numerals::CHINESE)),
    ("chineseCountingThousand", NumberFormat::Counting(&numerals::CHINESE_THOUSAND)),
    ("chineseLegalSimplified", NumberFormat::Counting(&numerals::CHINESE_LEGAL)),
    ("ideographLegalTraditional", NumberFormat::Counting(&numerals::TRADITIONAL_LEGAL)),
    ("taiwaneseCounting", NumberFormat::Counting(&numerals::TAIWANESE)),
    ("taiwaneseCountingThousand", NumberFormat::Counting(&numerals::TAIWANESE_THOUSAND)),
    ("taiwaneseDigital", NumberFormat::Digits("○一二三四五六七八九")),
    // Word starts again after the last letter, where the standard repeats it.
    ("aiueo", NumberFormat::Cyclic(numerals::AIUEO_HALF)),
    ("aiueoFullWidth", NumberFormat::Cyclic(numerals::AIUEO)),
    ("iroha", NumberFormat::Cyclic(numerals::IROHA_HALF)),
    ("irohaFullWidth", NumberFormat::Cyclic(numerals::IROHA)),
    ("koreanDigital", NumberFormat::Digits("영일이삼사오육칠팔구")),
    ("koreanDigital2", NumberFormat::Digits("零一二三四五六七八九")),
    ("koreanCounting", NumberFormat::Counting(&numerals::KOREAN)),
    ("ganada", NumberFormat::Repeated("가나다라마바사아자차카타파하")),
    ("chosung", NumberFormat::Repeated("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")),
    ("russianLower", NumberFormat::Repeated("абвгдежзиклмнопрстуфхцчшщыэюя")),
    ("russianUpper", NumberFormat::Repeated("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ")),
    ("arabicAlpha", NumberFormat::Repeated("أبتثجحخدذرزسشصضطظعغفقكلمنهوي")),
    ("arabicAbjad", NumberFormat::Repeated("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")),
    ("hebrew1", NumberFormat::Additive(&numerals::HEBREW_NUMERALS, 999)),
    ("hebrew2", NumberFormat::Additive(&numerals::HEBREW_LETTERS, 392)),
    ("hindiNumbers", NumberFormat::Digits("०१२३४५६७८९")),
    ("thaiNumbers", NumberFormat::Digits("๐๑๒๓๔๕๖๗๘๙")),
    ("thaiLetters", NumberFormat::Repeated(numerals::THAI)),
    // Word takes it for decimal.
    ("bahtText", NumberFormat::Decimal),
    ("α, β, γ, ...", NumberFormat::Additive(&numerals::LOWER_GREEK, 999)),
    ("Α, Β, Γ, ...", NumberFormat::Additive(&numerals::UPPER_GREEK, 999)),
];

/// Word repeats a letter at most so often: z thirty times is number 780.
const MOST_REPEATS: usize = 30;

impl NumberFormat {
    /// The format of a name of ST_NumberFormat. `None` for an unknown name, for one whose numerals are not
    /// supported (the words of Hindi, Korean, Thai and Vietnamese), and for `custom`, which
    /// [`Self::parse_custom`] reads.
    pub fn parse(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|&(_, format)| format)
    }

    /// The format of which a custom format's `format` attribute (17.9.17, MS-DOCX 2.4) shows the beginning:
    /// `001, 002, 003, ...`, `α, β, γ, ...`, or the first three numbers of any other known format.
    pub fn parse_custom(example: &str) -> Option<Self> {
        let mut items = example.split(',').map(str::trim);
        let [first, second, third] = [items.next()?, items.next()?, items.next()?];
        if first.is_empty() {
            return None;
        }
        if (2..10).contains(&first.len()) && first.trim_start_matches('0') == "1" {
            return u8::try_from(first.len()).ok().map(Self::Padded);
        }
        let fits = |format: Self| {
            [first, second, third].iter().zip(1..).all(|(item, n)| format_number(format, n) == *item)
        };
        NAMES.iter().map(|&(_, format)| format).find(|&format| fits(format))
    }

    /// The format in a level that shows legal numbering (17.9.4): decimal, but for numbers with a zero in
    /// front (MS-DOC 2.9.150, fLegal) and for levels without a number.
    #[must_use]
    pub fn legal(self) -> Self {
        match self {
            Self::Padded(_) | Self::Bullet | Self::None => self,
            _ => Self::Decimal,
        }
    }
}

/// The number as text.
pub fn format_number(format: NumberFormat, n: u32) -> String {
    let mut text = String::new();
    write_number(&mut text, format, n);
    text
}

/// Appends the number as text.
pub fn write_number(out: &mut String, format: NumberFormat, n: u32) {
    let written = match format {
        NumberFormat::Bullet | NumberFormat::None => Some(()),
        NumberFormat::Decimal => None,
        NumberFormat::Padded(width) => write!(out, "{n:0width$}", width = usize::from(width)).ok(),
        NumberFormat::Hex => write!(out, "{n:X}").ok(),
        NumberFormat::InDashes => write!(out, "- {n} -").ok(),
        NumberFormat::Ordinal => write!(out, "{n}{}", ordinal_ending(n)).ok(),
        NumberFormat::CardinalText => write_words(out, n, false),
        NumberFormat::OrdinalText => write_words(out, n, true),
        NumberFormat::Repeated(letters) => write_repeated(out, letters, n),
        NumberFormat::Cyclic(letters) => write_cyclic(out, letters, n),
        NumberFormat::Listed(signs) => {
            zero_based(n).and_then(|index| signs.chars().nth(index)).map(|sign| out.push(sign))
        }
        NumberFormat::Digits(digits) => {
            write_digits(out, digits, n);
            Some(())
        }
        NumberFormat::Additive(numerals, limit) => write_additive(out, numerals, limit, n),
        NumberFormat::Counting(counting) => numerals::write_counting(out, counting, n),
    };
    if written.is_none() {
        // Writing to a string cannot fail.
        let _ = write!(out, "{n}");
    }
}

fn zero_based(n: u32) -> Option<usize> {
    n.checked_sub(1).and_then(|index| usize::try_from(index).ok())
}

fn ordinal_ending(n: u32) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

fn write_repeated(out: &mut String, letters: &str, n: u32) -> Option<()> {
    let index = zero_based(n)?;
    let size = letters.chars().count();
    let times = index / size + 1;
    let letter = letters.chars().nth(index % size).filter(|_| times <= MOST_REPEATS)?;
    out.extend(std::iter::repeat_n(letter, times));
    Some(())
}

fn write_cyclic(out: &mut String, letters: &str, n: u32) -> Option<()> {
    let letter = letters.chars().nth(zero_based(n)? % letters.chars().count())?;
    out.push(letter);
    Some(())
}

fn write_digits(out: &mut String, digits: &str, n: u32) {
    let decimal = n.to_string();
    out.extend(decimal.bytes().filter_map(|byte| digits.chars().nth(usize::from(byte - b'0'))));
}

fn write_additive(out: &mut String, numerals: &[(u32, &str)], limit: u32, n: u32) -> Option<()> {
    if n == 0 || n > limit {
        return None;
    }
    let mut rest = n;
    for &(value, numeral) in numerals {
        while rest >= value {
            out.push_str(numeral);
            rest -= value;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks cases written as `1 I, 4 IV`.
    fn check(name: &str, cases: &str) {
        let format = NumberFormat::parse(name).unwrap_or_else(|| panic!("{name} is known"));
        for (n, expected) in cases.split(", ").filter_map(|case| case.split_once(' ')) {
            assert_eq!(format_number(format, n.parse().expect("a number")), expected, "{name} {n}");
        }
    }

    #[test]
    fn western_numbers() {
        check("decimal", "0 0, 1 1, 4294967295 4294967295");
        check("decimalZero", "0 00, 9 09, 10 10, 100 100");
        check("hex", "9 9, 10 A, 255 FF");
        check("numberInDash", "1 - 1 -, 12 - 12 -");
        check("chicago", "1 *, 4 §, 5 **, 7 ‡‡");
        check("upperRoman", "1 I, 4 IV, 1994 MCMXCIV, 3999 MMMCMXCIX, 4000 MMMM");
        check("lowerRoman", "9 ix, 40 xl, 49 xlix");
        check("ordinal", "1 1st, 2 2nd, 3 3rd, 4 4th, 11 11th, 12 12th, 13 13th, 21 21st, 112 112th");
    }

    #[test]
    fn letters_are_repeated_not_combined() {
        check("lowerLetter", "1 a, 26 z, 27 aa, 28 bb, 52 zz, 53 aaa");
        check("upperLetter", "5 E, 54 BBB");
        check("russianLower", "9 и, 10 к, 29 я, 30 аа");
        check("russianUpper", "26 Ы, 27 Э");
        check("arabicAlpha", "1 أ, 3 ت, 28 ي");
        check("arabicAbjad", "3 ج, 4 د, 28 غ");
        check("ganada", "1 가, 14 하");
        check("chosung", "1 ㄱ, 14 ㅎ");
        check("thaiLetters", "1 ก, 41 ฮ");
    }

    #[test]
    fn words() {
        check("cardinalText", "0 Zero, 1 One, 13 Thirteen, 21 Twenty-one, 40 Forty, 100 One hundred");
        check("cardinalText", "1234 One thousand two hundred thirty-four, 9010 Nine thousand ten");
        check("ordinalText", "1 First, 2 Second, 3 Third, 4 Fourth, 5 Fifth, 8 Eighth, 9 Ninth, 12 Twelfth");
        check("ordinalText", "14 Fourteenth, 20 Twentieth, 21 Twenty-first, 100 One hundredth");
    }

    #[test]
    fn enclosed_and_wide_numbers() {
        check("decimalEnclosedCircle", "1 ①, 20 ⑳, 21 21, 0 0");
        check("decimalEnclosedFullstop", "1 ⒈, 20 ⒛, 21 21");
        check("decimalEnclosedParen", "1 ⑴, 20 ⒇, 21 21");
        check("decimalFullWidth", "10 １０");
        check("thaiNumbers", "10 ๑๐");
        check("hindiNumbers", "12 १२");
    }

    #[test]
    fn east_asian_numbers() {
        check("ideographDigital", "1 一, 10 一〇, 100 一〇〇");
        check("japaneseCounting", "1 一, 10 十, 11 十一, 20 二十, 100 百, 1000 千, 10000 一万");
        check("japaneseLegal", "1 壱, 10 壱拾");
        check("chineseCounting", "10 十, 11 十一, 20 二十, 99 九十九, 100 一○○");
        check("chineseCountingThousand", "19 十九, 21 二十一, 100 一百, 101 一百零一, 110 一百一十");
        check("chineseCountingThousand", "1001 一千零一, 1010 一千零一十, 1100 一千一百, 20000 二万");
        check("chineseLegalSimplified", "1 壹, 10 壹拾, 12 壹拾贰");
        check("taiwaneseCountingThousand", "30000 三萬");
        check("koreanCounting", "1 일, 10 십, 21 이십일");
        check("ideographTraditional", "1 甲, 10 癸, 11 11");
        check("ideographZodiac", "1 子, 12 亥, 13 13");
        check("aiueoFullWidth", "1 ア, 46 ン, 47 ア");
        check("aiueo", "1 ｱ, 45 ｦ, 46 ﾝ");
        check("irohaFullWidth", "1 イ, 48 ン, 49 イ");
        check("iroha", "1 ｲ, 48 ﾝ");
    }

    #[test]
    fn hebrew_numbers() {
        check("hebrew1", "1 א, 10 י, 15 טו, 16 טז, 17 יז, 115 קטו, 500 תק");
        check("hebrew2", "1 א, 2 ב, 22 ת, 23 תא, 44 תת");
    }

    #[test]
    fn unknown_names_are_none() {
        for name in ["", "Decimal", "custom", "thaiCounting", "α, β, γ", "LowerRoman"] {
            assert_eq!(NumberFormat::parse(name), None, "{name}");
        }
    }

    #[test]
    fn custom_formats_are_known_by_their_first_numbers() {
        let cases = [
            ("001, 002, 003, ...", 7, Some("007")),
            ("00001, 00002, 00003, ...", 12, Some("00012")),
            ("01, 02, 03, ...", 1, Some("01")),
            ("α, β, γ, ...", 6, Some("στ")),
            ("Α, Β, Γ, ...", 11, Some("ΙΑ")),
            ("One, Two, Three, ...", 4, Some("Four")),
            ("①, ②, ③, ...", 4, Some("④")),
            ("a, ç, ĉ, ...", 1, None),
            ("000000000001, 2, 3", 1, None),
            ("001", 1, None),
            (",,,", 1, None),
            ("", 1, None),
        ];
        for (example, n, expected) in cases {
            let text = NumberFormat::parse_custom(example).map(|format| format_number(format, n));
            assert_eq!(text.as_deref(), expected, "{example}");
        }
    }

    #[test]
    fn no_number_makes_a_long_text() {
        check("lowerLetter", &format!("0 0, 780 {}, 781 781", "z".repeat(30)));
        check("upperRoman", "0 0, 32768 32768, 4000000 4000000");
        check("cardinalText", "10000 10000");
        for (name, format) in NAMES {
            let has_text = !matches!(format, NumberFormat::Bullet | NumberFormat::None);
            for n in [0, 1, 9_999, 10_000, 32_767, 65_536, 99_999_999, 100_000_000, u32::MAX] {
                let text = format_number(*format, n);
                assert!(text.chars().count() <= 70, "{name} {n}: {text}");
                assert_eq!(!text.is_empty(), has_text, "{name} {n}");
            }
        }
    }

    #[test]
    fn legal_numbering_is_decimal_but_keeps_zeros_in_front() {
        for (name, expected) in [("upperRoman", "5"), ("decimalZero", "05"), ("none", ""), ("decimal", "5")] {
            let format = NumberFormat::parse(name).expect("a known name").legal();
            assert_eq!(format_number(format, 5), expected, "{name}");
        }
    }
}
