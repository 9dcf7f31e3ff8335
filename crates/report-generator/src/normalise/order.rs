//! The order in which the schema of ECMA-376 part 4 (transitional) wants the children of an element.

/// The order of the children of an element.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Order {
    /// Names in the schema's order, parted by spaces.
    names: &'static str,
    /// Whether each child may stand once at the most: of several the last counts.
    pub once: bool,
}

impl Order {
    /// The place of a child. Tracked changes of properties stand last, extensions before them.
    pub(crate) fn rank(&self, child: &str) -> usize {
        let known = self.names.split_ascii_whitespace().position(|name| name == child);
        known.unwrap_or(if child.ends_with("Change") { usize::MAX } else { usize::MAX - 1 })
    }
}

/// Properties: each child once, in this order.
const fn once(names: &'static str) -> Order {
    Order { names, once: true }
}

/// Children that may repeat, in this order.
const fn several(names: &'static str) -> Order {
    Order { names, once: false }
}

/// The order of an element's children, where the schema has one and writers have been seen to miss it.
pub(crate) fn order_of(element: &str) -> Option<Order> {
    Some(match element {
        "w:pPr" => once(PARAGRAPH),
        "w:rPr" => once(RUN),
        "w:tblPr" => once(TABLE),
        "w:tblPrEx" => once(
            "w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook",
        ),
        "w:tcPr" => once(CELL),
        "w:trPr" => several(ROW),
        "w:sectPr" => several(SECTION),
        "w:style" => several(STYLE),
        "w:lvl" => once(
            "w:start w:numFmt w:lvlRestart w:pStyle w:isLgl w:suff w:lvlText w:lvlPicBulletId w:legacy w:lvlJc w:pPr w:rPr",
        ),
        "w:numPr" => once("w:ilvl w:numId w:numberingChange w:ins"),
        "w:abstractNum" => several("w:nsid w:multiLevelType w:tmpl w:name w:styleLink w:numStyleLink w:lvl"),
        "w:num" => several("w:abstractNumId w:lvlOverride"),
        "w:lvlOverride" => once("w:startOverride w:lvl"),
        "w:numbering" => several("w:numPicBullet w:abstractNum w:num w:numIdMacAtCleanup"),
        "w:tblBorders" | "w:tcBorders" => {
            once("w:top w:left w:start w:bottom w:right w:end w:insideH w:insideV w:tl2br w:tr2bl")
        }
        "w:tblCellMar" | "w:tcMar" | "w:pgBorders" => once("w:top w:left w:start w:bottom w:right w:end"),
        "w:pBdr" => once("w:top w:left w:bottom w:right w:between w:bar"),
        "w:tblStylePr" => once("w:pPr w:rPr w:tblPr w:trPr w:tcPr"),
        "w:docDefaults" => once("w:rPrDefault w:pPrDefault"),
        "w:styles" => several("w:docDefaults w:latentStyles w:style"),
        "w:font" => once(
            "w:altName w:panose1 w:charset w:family w:notTrueType w:pitch w:sig w:embedRegular w:embedBold w:embedItalic w:embedBoldItalic",
        ),
        "w:settings" => several(SETTINGS),
        "w:p" | "w:tc" => several("w:pPr w:tcPr"),
        "w:r" => several("w:rPr"),
        "w:tr" => several("w:tblPrEx w:trPr"),
        "w:sdt" => several("w:sdtPr w:sdtEndPr w:sdtContent"),
        _ => return None,
    })
}

const PARAGRAPH: &str = "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr \
    w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct \
    w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind \
    w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap \
    w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr";

const RUN: &str = "w:ins w:del w:moveFrom w:moveTo w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike \
    w:dstrike w:outline w:shadow w:emboss w:imprint w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing \
    w:w w:kern w:position w:sz w:szCs w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em \
    w:lang w:eastAsianLayout w:specVanish w:oMath";

const TABLE: &str = "w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW \
    w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption \
    w:tblDescription";

const CELL: &str = "w:cnfStyle w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection \
    w:tcFitText w:vAlign w:hideMark w:headers w:cellIns w:cellDel w:cellMerge";

const ROW: &str = "w:cnfStyle w:divId w:gridBefore w:gridAfter w:wBefore w:wAfter w:cantSplit w:trHeight w:tblHeader \
    w:tblCellSpacing w:jc w:hidden w:ins w:del";

const SECTION: &str = "w:headerReference w:footerReference w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc \
    w:pgBorders w:lnNumType w:pgNumType w:cols w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi \
    w:rtlGutter w:docGrid w:printerSettings";

const STYLE: &str = "w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden \
    w:unhideWhenUsed w:qFormat w:locked w:personal w:personalCompose w:personalReply w:rsid w:pPr w:rPr w:tblPr \
    w:trPr w:tcPr w:tblStylePr";

const SETTINGS: &str = "w:writeProtection w:view w:zoom w:removePersonalInformation w:removeDateAndTime \
    w:doNotDisplayPageBoundaries w:displayBackgroundShape w:printPostScriptOverText \
    w:printFractionalCharacterWidth w:printFormsData w:embedTrueTypeFonts w:embedSystemFonts w:saveSubsetFonts \
    w:saveFormsData w:mirrorMargins w:alignBordersAndEdges w:bordersDoNotSurroundHeader \
    w:bordersDoNotSurroundFooter w:gutterAtTop w:hideSpellingErrors w:hideGrammaticalErrors w:activeWritingStyle \
    w:proofState w:formsDesign w:attachedTemplate w:linkStyles w:stylePaneFormatFilter w:stylePaneSortMethod \
    w:documentType w:mailMerge w:revisionView w:trackRevisions w:doNotTrackMoves w:doNotTrackFormatting \
    w:documentProtection w:autoFormatOverride w:styleLockTheme w:styleLockQFSet w:defaultTabStop w:autoHyphenation \
    w:consecutiveHyphenLimit w:hyphenationZone w:doNotHyphenateCaps w:showEnvelope w:summaryLength \
    w:clickAndTypeStyle w:defaultTableStyle w:evenAndOddHeaders w:bookFoldRevPrinting w:bookFoldPrinting \
    w:bookFoldPrintingSheets w:drawingGridHorizontalSpacing w:drawingGridVerticalSpacing \
    w:displayHorizontalDrawingGridEvery w:displayVerticalDrawingGridEvery w:doNotUseMarginsForDrawingGridOrigin \
    w:drawingGridHorizontalOrigin w:drawingGridVerticalOrigin w:doNotShadeFormData w:noPunctuationKerning \
    w:characterSpacingControl w:printTwoOnOne w:strictFirstAndLastChars w:noLineBreaksAfter w:noLineBreaksBefore \
    w:savePreviewPicture w:doNotValidateAgainstSchema w:saveInvalidXml w:ignoreMixedContent \
    w:alwaysShowPlaceholderText w:doNotDemarcateInvalidXml w:saveXmlDataOnly w:useXSLTWhenSaving w:saveThroughXslt \
    w:showXMLTags w:alwaysMergeEmptyNamespace w:updateFields w:hdrShapeDefaults w:footnotePr w:endnotePr w:compat \
    w:docVars w:rsids m:mathPr w:attachedSchema w:themeFontLang w:clrSchemeMapping w:doNotIncludeSubdocsInStats \
    w:doNotAutoCompressPictures w:forceUpgrade w:captions w:readModeInkLockDown w:smartTagType sl:schemaLibrary \
    w:shapeDefaults w:doNotEmbedSmartTags w:decimalSymbol w:listSeparator";
