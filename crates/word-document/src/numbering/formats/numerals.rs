//! The signs that number formats are made of, and the writing of East Asian numerals.

use super::write_digits;

/// The signs of East Asian numerals, and which of them may be left out.
#[derive(Debug, PartialEq, Eq)]
pub struct Counting {
    /// The signs for 0 to 9.
    digits: &'static str,
    /// The signs for 10, 100, 1000 and 10 000.
    units: &'static str,
    /// Where a one before such a sign is written.
    ones: Ones,
    /// Whether a gap is marked with a zero: 一百零一.
    zeros: bool,
    /// From this number on the digits are written without the signs: 一○○.
    digits_from: u32,
}

/// Where a one before the sign for 10, 100 or 1000 is written.
#[derive(Debug, PartialEq, Eq)]
enum Ones {
    Always,
    NotInTeens,
    Never,
}

/// Numerals with a sign for each power of ten.
const fn counting(digits: &'static str, units: &'static str, ones: Ones, zeros: bool) -> Counting {
    Counting { digits, units, ones, zeros, digits_from: u32::MAX }
}

/// Chinese numerals, which from 100 on are digits.
const fn counting_below_100(units: &'static str) -> Counting {
    Counting {
        digits_from: 100, ..counting("○一二三四五六七八九", units, Ones::NotInTeens, false)
    }
}

pub(super) static JAPANESE: Counting = counting("〇一二三四五六七八九", "十百千万", Ones::Never, false);
pub(super) static JAPANESE_LEGAL: Counting =
    counting("零壱弐参四伍六七八九", "拾百阡萬", Ones::Always, false);
pub(super) static KOREAN: Counting = counting("영일이삼사오육칠팔구", "십백천만", Ones::Never, false);
pub(super) static CHINESE: Counting = counting_below_100("十百千万");
pub(super) static CHINESE_THOUSAND: Counting =
    counting("零一二三四五六七八九", "十百千万", Ones::NotInTeens, true);
pub(super) static CHINESE_LEGAL: Counting = counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟万", Ones::Always, true);
pub(super) static TAIWANESE: Counting = counting_below_100("十百千萬");
pub(super) static TAIWANESE_THOUSAND: Counting =
    counting("零一二三四五六七八九", "十百千萬", Ones::NotInTeens, true);
pub(super) static TRADITIONAL_LEGAL: Counting =
    counting("零壹貳參肆伍陸柒捌玖", "拾佰仟萬", Ones::Always, true);

#[rustfmt::skip]
pub(super) static UPPER_ROMAN: [(u32, &str); 13] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
];
#[rustfmt::skip]
pub(super) static LOWER_ROMAN: [(u32, &str); 13] = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
];
#[rustfmt::skip]
pub(super) static LOWER_GREEK: [(u32, &str); 27] = [
    (900, "ϡ"), (800, "ω"), (700, "ψ"), (600, "χ"), (500, "φ"), (400, "υ"), (300, "τ"), (200, "σ"),
    (100, "ρ"), (90, "ϟ"), (80, "π"), (70, "ο"), (60, "ξ"), (50, "ν"), (40, "μ"), (30, "λ"), (20, "κ"),
    (10, "ι"), (9, "θ"), (8, "η"), (7, "ζ"), (6, "στ"), (5, "ε"), (4, "δ"), (3, "γ"), (2, "β"), (1, "α"),
];
#[rustfmt::skip]
pub(super) static UPPER_GREEK: [(u32, &str); 27] = [
    (900, "Ϡ"), (800, "Ω"), (700, "Ψ"), (600, "Χ"), (500, "Φ"), (400, "Υ"), (300, "Τ"), (200, "Σ"),
    (100, "Ρ"), (90, "Ϟ"), (80, "Π"), (70, "Ο"), (60, "Ξ"), (50, "Ν"), (40, "Μ"), (30, "Λ"), (20, "Κ"),
    (10, "Ι"), (9, "Θ"), (8, "Η"), (7, "Ζ"), (6, "ΣΤ"), (5, "Ε"), (4, "Δ"), (3, "Γ"), (2, "Β"), (1, "Α"),
];
/// Hebrew numerals; 15 and 16 are not written as ten and five or six, which would spell a holy name.
#[rustfmt::skip]
pub(super) static HEBREW_NUMERALS: [(u32, &str); 27] = [
    (400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"), (50, "נ"),
    (40, "מ"), (30, "ל"), (20, "כ"), (19, "יט"), (18, "יח"), (17, "יז"), (16, "טז"), (15, "טו"), (10, "י"),
    (9, "ט"), (8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"), (3, "ג"), (2, "ב"), (1, "א"),
];
/// The Hebrew alphabet; after its last letter each letter with the last one in front.
#[rustfmt::skip]
pub(super) static HEBREW_LETTERS: [(u32, &str); 22] = [
    (22, "ת"), (21, "ש"), (20, "ר"), (19, "ק"), (18, "צ"), (17, "פ"), (16, "ע"), (15, "ס"), (14, "נ"),
    (13, "מ"), (12, "ל"), (11, "כ"), (10, "י"), (9, "ט"), (8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"),
    (3, "ג"), (2, "ב"), (1, "א"),
];

pub(super) const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
pub(super) const AIUEO: &str =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
pub(super) const AIUEO_HALF: &str = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
pub(super) const IROHA: &str =
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
pub(super) const IROHA_HALF: &str = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ";
pub(super) const THAI: &str = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";

/// Writes an East Asian numeral; `None` if the number is too large.
pub(super) fn write_counting(out: &mut String, counting: &Counting, n: u32) -> Option<()> {
    if n == 0 || n >= counting.digits_from {
        write_digits(out, counting.digits, n);
        return Some(());
    }
    let (ten_thousands, rest) = (n / 10_000, n % 10_000);
    if ten_thousands > 9_999 {
        return None;
    }
    if ten_thousands > 0 {
        write_below_ten_thousand(out, counting, ten_thousands, ten_thousands);
        out.extend(counting.units.chars().nth(3));
    }
    write_below_ten_thousand(out, counting, rest, n);
    Some(())
}

/// Writes up to four digits with their signs; `whole` is the number that they are part of.
fn write_below_ten_thousand(out: &mut String, counting: &Counting, part: u32, whole: u32) {
    let mut has_begun = false;
    let mut has_gap = false;
    for (power, unit) in [(1000, Some(2)), (100, Some(1)), (10, Some(0)), (1, None)] {
        let digit = part / power % 10;
        if digit == 0 {
            has_gap = has_begun;
            continue;
        }
        if has_gap && counting.zeros {
            out.extend(counting.digits.chars().next());
        }
        let drops_one = digit == 1
            && unit.is_some()
            && match counting.ones {
                Ones::Always => false,
                Ones::NotInTeens => whole < 20,
                Ones::Never => true,
            };
        if !drops_one {
            out.extend(counting.digits.chars().nth(digit as usize));
        }
        out.extend(unit.and_then(|unit| counting.units.chars().nth(unit)));
        (has_begun, has_gap) = (true, false);
    }
}
