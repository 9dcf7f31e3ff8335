//! What the words of the vocabulary stand for: one enum per section of the files `vocabulary/<lang>.toml`.
//!
//! A variant's name in snake case is the key in the file, and the value in the contract where it has one.

use serde::Deserialize;

/// The keys of one section: known in full, so that a file that lacks one is an error.
pub trait Key: Copy + Eq + Ord + 'static {
    /// The section's name in the file.
    #[allow(dead_code, reason = "the build script names it where a key is missing")]
    const SECTION: &'static str;
    /// Every key of the section.
    const ALL: &'static [Self];
    /// The key as it stands in the file (and, where there is one, as the contract's value).
    fn name(self) -> &'static str;
    /// The key's own bit: a section has no more keys than bits.
    #[allow(dead_code, reason = "the build script has no texts")]
    fn bit(self) -> u128;
}

macro_rules! keys {
    ($(#[$doc:meta])* $name:ident in $section:literal { $($variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[allow(clippy::enum_variant_names, reason = "the contract's values of `proposed` all begin with `to`")]
        #[allow(missing_docs, reason = "a variant is described by the words that stand for it in the vocabulary")]
        pub enum $name {
            $(#[serde(rename = $key)] $variant,)+
        }

        impl Key for $name {
            const SECTION: &'static str = $section;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }
            fn bit(self) -> u128 {
                const { assert!(Self::ALL.len() <= u128::BITS as usize) };
                1 << self as u32
            }
        }
    };
}

keys! {
    /// The six official languages of the Union.
    Language in "languages" { English = "en", French = "fr", Spanish = "es", Arabic = "ar", Chinese = "zh", Russian = "ru" }
}

keys! {
    /// The Sectors, as the cover names them.
    Sector in "sectors" { ItuT = "itu_t", ItuR = "itu_r", ItuD = "itu_d", Itu = "itu" }
}

keys! {
    /// Labels of the cover table and of the liaison rows.
    CoverField in "cover" {
        Number = "number", Question = "question", Source = "source", Title = "title", Contact = "contact",
        Purpose = "purpose", Keywords = "keywords", Abstract = "abstract", Original = "original",
        StudyPeriod = "study_period", PlaceDate = "place_date", ActionRequired = "action_required",
        ForAction = "for_action", ForComment = "for_comment", ForInformation = "for_information",
        Approval = "approval", Deadline = "deadline", ReplyTo = "reply_to", Phone = "phone", Fax = "fax",
        Email = "email", AgendaItem = "agenda_item", Attachments = "attachments",
    }
}

keys! {
    /// What a cover calls its document.
    DocumentType in "document_types" {
        TemporaryDocument = "temporary_document", Contribution = "contribution",
        LiaisonStatement = "liaison_statement", Document = "document", Report = "report",
        InputDocument = "input_document", OutputDocument = "output_document",
        InformationDocument = "information_document", Addendum = "addendum", Corrigendum = "corrigendum",
    }
}

keys! {
    /// Roles of a table's columns, by the words of its header row.
    Column in "columns" {
        Position = "position", Category = "category", Document = "document", Source = "source", Title = "title",
        Subject = "subject", Item = "item", AgendaItem = "agenda_item", Treatment = "treatment",
        Outcome = "outcome", Discussion = "discussion", Action = "action", Notes = "notes",
        Comments = "comments", Date = "date", DueDate = "due_date", Time = "time", Place = "place",
        PlaceDate = "place_date", Group = "group", Name = "name", Role = "role", Organization = "organization",
        Country = "country", Question = "question", Recommendation = "recommendation", Supplement = "supplement",
        Status = "status", Process = "process", WorkItem = "work_item", Editor = "editor",
        BaseText = "base_text", FinalText = "final_text", Equivalent = "equivalent",
        Justification = "justification", Contact = "contact", TermsOfReference = "terms_of_reference",
        Term = "term", ForAction = "for_action", ForComment = "for_comment", ForInformation = "for_information",
        Recipient = "recipient", Purpose = "purpose", AllocatedTo = "allocated_to", Session = "session",
        TargetEntities = "target_entities",
        ProposedActions = "proposed_actions", TargetDocument = "target_document", Point = "point",
        WorkingParty = "working_party", Rapporteur = "rapporteur", AssociateRapporteur = "associate_rapporteur",
        Chair = "chair", ViceChair = "vice_chair", Responsible = "responsible", Report = "report",
        Meeting = "meeting", Reference = "reference", ApprovalDate = "approval_date",
        WithdrawalDate = "withdrawal_date", LastVersion = "last_version", ConsentDate = "consent_date",
        Proposal = "proposal", Deadline = "deadline", Phone = "phone", Email = "email", Url = "url",
        Groups = "groups", Parent = "parent",
    }
}

impl Column {
    /// Whether its words are small ones (`To`, `For`), which tell something only where they are the whole head.
    pub(super) const fn is_small(self) -> bool {
        matches!(self, Self::Recipient | Self::Purpose)
    }
}

keys! {
    /// What a section is about, by the words of its heading.
    Heading in "headings" {
        Introduction = "introduction", Opening = "opening", Agenda = "agenda", Documentation = "documentation",
        TermsOfReference = "terms_of_reference", FutureMeetings = "future_meetings",
        InterimMeetings = "interim_meetings", MeetingsHeld = "meetings_held", OtherBusiness = "other_business",
        Closing = "closing", Participants = "participants", Actions = "actions", OpenActions = "open_actions",
        ClosedActions = "closed_actions", WorkProgramme = "work_programme", NewWorkItems = "new_work_items",
        DeletedWorkItems = "deleted_work_items", IncomingLiaisons = "incoming_liaisons",
        OutgoingLiaisons = "outgoing_liaisons", Liaisons = "liaisons", Appointments = "appointments",
        Summary = "summary", Discussion = "discussion", TextsApproved = "texts_approved",
        TextsForApproval = "texts_for_approval", TextsForDetermination = "texts_for_determination",
        TextsForConsent = "texts_for_consent", TextsForAgreement = "texts_for_agreement",
        TextsUnderApproval = "texts_under_approval", TextsDeleted = "texts_deleted",
        TextsSubmitted = "texts_submitted", Supplements = "supplements", TechnicalPapers = "technical_papers",
        TechnicalReports = "technical_reports", IntellectualProperty = "intellectual_property",
        Structure = "structure", Questions = "questions", Allocation = "allocation", TimePlan = "time_plan",
        Results = "results", Groups = "groups", Volunteers = "volunteers", Decisions = "decisions",
        Background = "background", Proposal = "proposal", Conclusion = "conclusion", Annex = "annex",
        ActionPlan = "action_plan", Considerations = "considerations",
    }
}

keys! {
    /// Kinds of documents (contract: `Document.kind`), by the cue words of their titles.
    DocumentKind in "kinds" {
        Agenda = "agenda", MeetingReport = "meeting_report", LiaisonStatement = "liaison_statement",
        Contribution = "contribution", ActionList = "action_list", ActionPlan = "action_plan",
        AssemblyReport = "assembly_report",
    }
}

keys! {
    /// What was asked before the meeting (contract: `Item.proposed`).
    Proposed in "proposed" {
        ToNote = "to_note", ToConsider = "to_consider", ToDiscuss = "to_discuss", ToApprove = "to_approve",
        ToReview = "to_review", ToEndorse = "to_endorse", ToAgree = "to_agree",
    }
}

keys! {
    /// Words that ask something of the meeting where they are all that an agenda's column for it says: *Approve*,
    /// *Discussion*. Elsewhere they ask nothing.
    Request in "bare_requests" {
        ToNote = "to_note", ToConsider = "to_consider", ToDiscuss = "to_discuss", ToApprove = "to_approve",
        ToReview = "to_review", ToEndorse = "to_endorse", ToAgree = "to_agree",
    }
}

keys! {
    /// What happened (contract: `Item.outcomes`).
    Outcome in "outcomes" {
        Presented = "presented", NotPresented = "not_presented", Introduced = "introduced",
        Reviewed = "reviewed", Discussed = "discussed", Considered = "considered", Noted = "noted",
        Agreed = "agreed", Approved = "approved", Endorsed = "endorsed", Adopted = "adopted",
        Accepted = "accepted", Determined = "determined", Consented = "consented", Decided = "decided",
        Deferred = "deferred", CarriedForward = "carried_forward", Withdrawn = "withdrawn",
    }
}

keys! {
    /// Verbs by which a matter is disposed of (contract: `Decision.verb`).
    DecisionVerb in "decisions" {
        Noted = "noted", Agreed = "agreed", Approved = "approved", Endorsed = "endorsed", Adopted = "adopted",
        Accepted = "accepted", Determined = "determined", Consented = "consented", Decided = "decided",
        Requested = "requested", Invited = "invited", Recommended = "recommended", Appointed = "appointed",
        Established = "established", CarriedForward = "carried_forward", Deferred = "deferred",
        Concluded = "concluded", Deleted = "deleted",
    }
}

keys! {
    /// Small words that decide how a verb is to be read.
    Grammar in "grammar" {
        Negation = "negation", Passive = "passive", Supposed = "supposed", That = "that", By = "by",
        And = "and", Meeting = "meeting", Impersonal = "impersonal", Previous = "previous",
        Remark = "remark", Will = "will", Connective = "connective", Adverb = "adverb", As = "as",
        Pluperfect = "pluperfect", Article = "article", Infinitive = "infinitive", Would = "would", Place = "place",
        Topic = "topic", During = "during", Relative = "relative", ActiveEnding = "active_ending",
        Demonstrative = "demonstrative", Purpose = "purpose", Manner = "manner", Present = "present",
        Obligation = "obligation", Catenative = "catenative",
    }
}

keys! {
    /// Labels and markers of actions, of treatment cells and of their states.
    Marker in "markers" {
        Action = "action", ActionRequired = "action_required", ActionFor = "action_for",
        ActionFrom = "action_from", Outcome = "outcome", Request = "request", Invited = "invited",
        PresentedBy = "presented_by", Reserved = "reserved", Deadline = "deadline", Open = "open",
        Done = "done", Cancelled = "cancelled", Nothing = "nothing", New = "new", Revised = "revised",
        Held = "held", Planned = "planned", Volunteered = "volunteered", Online = "online", Tap = "tap",
        Aap = "aap", Approval = "approval", Determination = "determination", Consent = "consent",
        CalledUpon = "called_upon", Elevated = "elevated", Chaired = "chaired", OutputOf = "output_of",
        Comment = "comment", Information = "information", Caption = "caption",
    }
}

keys! {
    /// Kinds of groups and of texts, where their name is printed out.
    Thing in "things" {
        WorkingParty = "working_party", RapporteurGroup = "rapporteur_group", FocusGroup = "focus_group",
        JointCoordinationActivity = "joint_coordination_activity", RegionalGroup = "regional_group",
        StudyGroup = "study_group", CorrespondenceGroup = "correspondence_group", Question = "question",
        Plenary = "plenary", Recommendation = "recommendation", Supplement = "supplement",
        TechnicalPaper = "technical_paper", TechnicalReport = "technical_report", Workshop = "workshop",
        Meeting = "meeting",
    }
}

keys! {
    /// Months.
    Month in "months" {
        January = "january", February = "february", March = "march", April = "april", May = "may",
        June = "june", July = "july", August = "august", September = "september", October = "october",
        November = "november", December = "december",
    }
}

keys! {
    /// Days of the week.
    Weekday in "weekdays" {
        Monday = "monday", Tuesday = "tuesday", Wednesday = "wednesday", Thursday = "thursday",
        Friday = "friday", Saturday = "saturday", Sunday = "sunday",
    }
}

keys! {
    /// Small words of dates and times.
    Calendar in "calendar" {
        Range = "range", Particle = "particle", Ordinal = "ordinal", YearMark = "year_mark",
        MonthMark = "month_mark", DayMark = "day_mark", Before = "before", Since = "since", Until = "until",
        Working = "working", Qualifier = "qualifier", Hours = "hours", Minutes = "minutes", Morning = "morning", Afternoon = "afternoon",
        Zone = "zone", TimeWord = "time_word", TimeOf = "time_of", CapitalMonth = "capital_month",
    }
}

keys! {
    /// Offices that persons hold.
    Role in "roles" {
        Chair = "chair", ViceChair = "vice_chair", CoChair = "co_chair", Rapporteur = "rapporteur",
        AssociateRapporteur = "associate_rapporteur", CoRapporteur = "co_rapporteur", Editor = "editor",
        CoEditor = "co_editor", AssociateEditor = "associate_editor", Counsellor = "counsellor",
        Secretary = "secretary", Convener = "convener", Coordinator = "coordinator", Director = "director",
        Representative = "representative", LiaisonOfficer = "liaison_officer", Volunteer = "volunteer",
        Officer = "officer",
    }
}

keys! {
    /// Words about persons and organizations.
    PersonWord in "persons" {
        Honorific = "honorific", Plural = "plural", NameParticle = "name_particle", LegalForm = "legal_form",
        CountryForm = "country_form", SourceWord = "source_word", TitleOpener = "title_opener",
    }
}

keys! {
    /// What a row or column of an action plan's element holds (contract: `ActionPlan.items`).
    PlanField in "plan" {
        Id = "id", ShortName = "short_name", Objective = "objective", KeyOutcomes = "key_outcomes",
        Indicators = "key_outcome_indicators", Strategies = "implementation_strategies", Enablers = "enablers",
        ItuServices = "itu_services", Learning = "learning_and_feedback", ProposedActions = "proposed_actions",
    }
}

keys! {
    /// What documents and other matters of a meeting are called.
    Matter in "matters" { Matter = "matter" }
}

keys! {
    /// Outcomes that put a matter off, as infinitives.
    Postponement in "postponements" {
        CarriedForward = "carried_forward", Deferred = "deferred", Withdrawn = "withdrawn",
    }
}

keys! {
    /// Usual categories of listed documents (contract: `ListedDocument.category`).
    Category in "categories" {
        Admin = "admin", Report = "report", Contribution = "contribution", Information = "information",
        Discussion = "discussion", Liaison = "liaison",
    }
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// Days.
    #[serde(default)]
    pub days: u32,
    /// Calendar months.
    #[serde(default)]
    pub months: u32,
}
