//! Enums whose values have a fixed name in the data.

/// A name that is none of the values of an enum.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is no {of}")]
pub struct UnknownName {
    /// The name as it was given.
    pub name: String,
    /// The enum that was asked for.
    pub of: &'static str,
}

/// Declares an enum together with the names of its values: `as_str`, `Display`, `FromStr`, `ALL`, serde and
/// JSON Schema all use the text that stands beside the variant.
///
/// Variants need no comment of their own: the contract's name is their meaning, and a comment on each would
/// turn the plain list of values in the JSON Schema into a list of alternatives.
macro_rules! named {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[allow(missing_docs)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $text)] $variant),+
        }

        impl $name {
            /// Every value, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in the data.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text),+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::names::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                match name {
                    $($text => Ok(Self::$variant),)+
                    _ => Err($crate::names::UnknownName { name: name.to_owned(), of: stringify!($name) }),
                }
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::{Kind, Outcome, Process, Verb};

    #[test]
    fn names_go_both_ways() {
        for verb in Verb::ALL {
            assert_eq!(verb.as_str().parse(), Ok(*verb));
            assert_eq!(serde_json::to_value(verb).unwrap(), verb.as_str());
        }
        assert_eq!(Kind::MeetingReport.to_string(), "meeting_report");
        assert_eq!(Process::Tap.as_str(), "TAP");
        assert_eq!(Outcome::ALL.len(), 18);
    }

    #[test]
    fn an_unknown_name_is_told() {
        let error = "minutes".parse::<Kind>().unwrap_err();
        assert_eq!(error.to_string(), "`minutes` is no Kind");
    }
}
