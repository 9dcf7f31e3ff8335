//! Small templates.

use minijinja::context;

use super::*;

fn filled(name: &str, source: &str) -> Result<String, TextTemplateError> {
    let data = context! {
        title => "R&D | <tests>", empty => (), rows => ["a|b", "c\nd"], url => "javascript:alert(1)", count => 3,
        page => "https://example.org/?a&b",
    };
    let partials = TextPartials::from([
        ("head.md.j2".to_owned(), "# {{ title }}\n".to_owned()),
        ("bad.md.j2".to_owned(), "one\n{{ titel }}\n".to_owned()),
    ]);
    fill(&TextTemplate { name, source }, &partials, &data)
}

#[test]
fn every_value_is_escaped_for_the_form() {
    assert_eq!(filled("a.md.j2", "{{ title }}").unwrap(), r"R&D \| &lt;tests&gt;");
    assert_eq!(filled("a.html.j2", "{{ title }}").unwrap(), "R&amp;D | &lt;tests&gt;");
    assert_eq!(filled("a.txt.j2", "{{ title }}, {{ count }}{{ empty }}").unwrap(), "R&D | <tests>, 3");
}

#[test]
fn nothing_turns_escaping_off() {
    let off = "{% autoescape false %}{{ title }}{% endautoescape %}";
    assert_eq!(filled("a.html.j2", off).unwrap(), "R&amp;D | &lt;tests&gt;");
    assert_eq!(filled("a.html.j2", "{{ title|safe|e }}").unwrap(), "R&amp;D | &lt;tests&gt;");
}

#[test]
fn macros_are_escaped_once() {
    let twice = "{% macro cell(text) %}<td>{{ text }}</td>{% endmacro %}{{ cell(title) }}";
    assert_eq!(filled("a.html.j2", twice).unwrap(), "<td>R&amp;D | &lt;tests&gt;</td>");
}

#[test]
fn a_table_is_not_broken_by_what_stands_in_it() {
    let table = "| row |\n| --- |\n{% for row in rows %}\n| {{ row }} |\n{% endfor %}\nend\n";
    assert_eq!(filled("a.md.j2", table).unwrap(), "| row |\n| --- |\n| a\\|b |\n| c<br>d |\nend\n");
}

#[test]
fn only_addresses_that_run_nothing_are_links() {
    let link = "<a href=\"{{ url|address }}\"></a><a href=\"{{ page|address }}\"></a>";
    let expected = "<a href=\"\"></a><a href=\"https://example.org/?a&amp;b\"></a>";
    assert_eq!(filled("a.html.j2", link).unwrap(), expected);
}

#[test]
fn an_error_names_template_and_line_and_quotes_it() {
    for (source, line) in [
        ("x\n{{ titel }}", "a.md.j2, line 2: undefined value: `titel` is undefined: \"{{ titel }}\""),
        ("x\n  {% if %}", "a.md.j2, line 2: syntax error"),
        ("\n\n{{ rows }}", "a.md.j2, line 3: "),
        ("{% include 'head.md.j2' %}{% include 'bad.md.j2' %}", "bad.md.j2, line 2: undefined value"),
        ("{% include 'none.md.j2' %}", "a.md.j2, line 1: template not found"),
        ("{{ title.name.first }}", "a.md.j2, line 1: undefined value"),
    ] {
        let error = filled("a.md.j2", source).unwrap_err().to_string();
        assert!(error.starts_with(line), "{error}");
    }
}

#[test]
fn the_form_is_told_by_the_name() {
    assert_eq!(TextForm::of("my.report.html.j2"), Some(TextForm::Html));
    assert_eq!(TextForm::of("report.txt.j2"), Some(TextForm::Plain));
    assert_eq!(TextForm::of("report.docx"), None);
    assert_eq!(TextForm::of("md.j2"), None);
}
