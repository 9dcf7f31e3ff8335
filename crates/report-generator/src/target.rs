//! What a link may point at: nothing that a click would run.

/// A target that is safe to put into a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target<'a> {
    /// A URL of the web or of mail.
    Url(&'a str),
    /// The path of a file, relative to the report.
    File(&'a str),
}

impl<'a> Target<'a> {
    /// The target, if it is one of these. A script, a program's own scheme and an absolute path are none.
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.chars().any(char::is_control) {
            return None;
        }
        match text.split_once(':') {
            Some((scheme, _)) if is_web(scheme) => Some(Self::Url(text)),
            // A colon after the first name of a path belongs to a file's name.
            Some((scheme, _)) if !scheme.contains('/') => None,
            _ => (!text.starts_with(['/', '\\', '#'])).then_some(Self::File(text)),
        }
    }
}

fn is_web(scheme: &str) -> bool {
    ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_web_mail_and_files_beside_the_report_are_targets() {
        let web = "https://www.itu.int/md/T25-TSAG-C-0012";
        assert_eq!(Target::of(web), Some(Target::Url(web)));
        assert_eq!(Target::of(" mailto:a@example.org"), Some(Target::Url("mailto:a@example.org")));
        assert_eq!(Target::of("td/T25!R1!MSW-E.docx"), Some(Target::File("td/T25!R1!MSW-E.docx")));
        for danger in
            ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "C:\\a.exe", "\\\\host\\a"]
        {
            assert_eq!(Target::of(danger), None, "{danger}");
        }
        for nothing in ["", "/etc/passwd", "#a", "java\nscript:x"] {
            assert_eq!(Target::of(nothing), None, "{nothing}");
        }
    }
}
