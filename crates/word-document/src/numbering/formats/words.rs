//! Numbers in English words.

/// Where the words for numbers end.
const MOST_IN_WORDS: u32 = 9_999;

#[rustfmt::skip]
const BELOW_TWENTY: [&str; 20] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
#[rustfmt::skip]
const IRREGULAR_ORDINALS: [(&str, &str); 7] = [
    ("one", "first"), ("two", "second"), ("three", "third"), ("five", "fifth"), ("eight", "eighth"),
    ("nine", "ninth"), ("twelve", "twelfth"),
];

/// Writes the number in English words, the first with a capital letter, as Word does in lists.
pub(super) fn write_words(out: &mut String, n: u32, ordinal: bool) -> Option<()> {
    if n > MOST_IN_WORDS {
        return None;
    }
    let start = out.len();
    for (power, name) in [(1000, " thousand"), (100, " hundred")] {
        let digit = (n / power % 10) as usize;
        if digit > 0 {
            out.push_str(if out.len() > start { " " } else { "" });
            out.push_str(BELOW_TWENTY[digit]);
            out.push_str(name);
        }
    }
    let rest = (n % 100) as usize;
    if rest > 0 || n == 0 {
        out.push_str(if out.len() > start { " " } else { "" });
        let (tens, ones) = if rest < 20 { (0, rest) } else { (rest / 10, rest % 10) };
        out.push_str(TENS[tens]);
        if tens == 0 || ones > 0 {
            out.push_str(if tens > 0 { "-" } else { "" });
            out.push_str(BELOW_TWENTY[ones]);
        }
    }
    if ordinal {
        make_ordinal(out);
    }
    if let Some(first) = out.get_mut(start..=start) {
        first.make_ascii_uppercase();
    }
    Some(())
}

/// Turns the last word of a number into its ordinal form.
fn make_ordinal(words: &mut String) {
    for (cardinal, ordinal) in IRREGULAR_ORDINALS {
        if words.ends_with(cardinal) {
            words.truncate(words.len() - cardinal.len());
            words.push_str(ordinal);
            return;
        }
    }
    if words.ends_with('y') {
        words.pop();
        words.push_str("ie");
    }
    words.push_str("th");
}
