use std::fs;

use super::*;

fn paths(survey: &Survey) -> Vec<&str> {
    survey.files.iter().map(|file| file.path.as_str()).collect()
}

#[test]
fn files_are_met_in_the_order_of_their_paths() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("TD/old")).unwrap();
    for name in ["b.docx", "TD/a.docx", "TD/old/c.docx"] {
        fs::write(folder.path().join(name), name).unwrap();
    }
    let survey = survey(folder.path(), &SurveyOptions::default()).unwrap();
    assert_eq!(paths(&survey), ["TD/a.docx", "TD/old/c.docx", "b.docx"]);
    assert_eq!(survey.files[2].size, 6);
}

#[test]
fn what_is_excluded_is_not_entered() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("meeting.json"), "{}").unwrap();
    fs::write(folder.path().join("a.docx"), "a").unwrap();
    let options = SurveyOptions { exclude: vec![out, folder.path().join("is-not-there")] };
    assert_eq!(paths(&survey(folder.path(), &options).unwrap()), ["a.docx"]);
}

#[test]
fn results_of_other_runs_are_not_entered() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("results of March/.rapporteur")).unwrap();
    fs::create_dir_all(folder.path().join("plain")).unwrap();
    fs::create_dir(folder.path().join(".rapporteur")).unwrap();
    for name in ["results of March/meeting.json", "plain/meeting.json", "a.docx"] {
        fs::write(folder.path().join(name), "{}").unwrap();
    }
    assert_eq!(
        paths(&survey(folder.path(), &SurveyOptions::default()).unwrap()),
        ["a.docx", "plain/meeting.json"]
    );
}

#[test]
fn no_folder_is_no_survey() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.docx");
    fs::write(&file, "a").unwrap();
    for path in [file, folder.path().join("none")] {
        assert!(matches!(survey(&path, &SurveyOptions::default()), Err(FolderError::NoFolder)));
    }
}

#[cfg(unix)]
#[test]
fn links_lead_to_files_of_the_folder_and_nowhere_else() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.docx"), "secret").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("sub")).unwrap();
    fs::write(at("sub/a.docx"), "abc").unwrap();
    symlink("sub/a.docx", at("1-inside.docx")).unwrap();
    symlink(outside.path().join("secret.docx"), at("2-outside.docx")).unwrap();
    symlink(outside.path(), at("3-folder")).unwrap();
    symlink("nowhere", at("4-broken")).unwrap();
    symlink(folder.path(), at("sub/5-round")).unwrap();
    let survey = survey(folder.path(), &SurveyOptions::default()).unwrap();
    let told: Vec<(&str, Option<&str>)> = survey
        .files
        .iter()
        .map(|file| (file.path.as_str(), file.refused.as_ref().map(|(_, reason)| reason.as_str())))
        .collect();
    let out = Some("it is a symbolic link that leads out of the folder");
    assert_eq!(
        told,
        [
            ("1-inside.docx", None),
            ("2-outside.docx", out),
            ("3-folder", out),
            ("4-broken", Some("it is a symbolic link that leads nowhere")),
            ("sub/5-round", Some("it is a symbolic link to a folder, which is met by its own name")),
            ("sub/a.docx", None),
        ]
    );
    assert_eq!(survey.files[0].size, 3);
}
