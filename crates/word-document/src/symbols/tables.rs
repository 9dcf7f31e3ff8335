//! The characters of the symbol fonts that Word ships and that lists take their bullets from, as Unicode
//! text: 224 characters for each font, for the codes 20 to FF, sixteen to a line. A code without a character,
//! or without a known one, is `�`.
//!
//! Symbol and Zapf Dingbats are Adobe's encodings. For the four others the mapping is the one that Unicode
//! 7.0 made when it took their characters in, as the table of dingbat-to-unicode (BSD-2-Clause) has it.

/// What stands in the tables for a code without a character.
pub(super) const UNKNOWN: char = '�';

/// Symbol, as Adobe's encoding of the font maps it (`symbol.txt` of the Unicode Consortium's vendor
/// mappings). Pieces of brackets and lines, which Adobe keeps in private use, have their Unicode 3.2 code
/// points; the angle brackets are the mathematical ones; Apple's logo has none.
pub(super) const SYMBOL: &str = "\
    \x20!∀#∃%&∋()*+,−./\
    0123456789:;<=>?\
    ≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ\
    ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\
    ‾αβχδεφγηιϕκλμνο\
    πθρστυϖωξψζ{|}~�\
    ����������������\
    ����������������\
    €ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓\
    °±″≥×∝∂•÷≠≡≈…⏐⎯↵\
    ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉\
    ∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓\
    ◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\
    �⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭�";

/// Wingdings, as Unicode 7.0 encoded it. Where an older code point has the same shape, that one stands here,
/// since fonts and readers know it: ✓ U+2713 at FC for U+1F5F8 LIGHT CHECK MARK (LibreOffice shows it too), ➢
/// U+27A2 at D8 for U+2B9A, plain arrows at DF to E6 for the wide-headed barb arrows of U+1F868, ● ■ □ ◻ ▫ ▭
/// and the stars at AA to AF for geometric shapes that hardly differ, and so on.
pub(super) const WINGDINGS: &str = "\
    \x20✏✂✁👓🔔📖🕯☎✆✉🖃📪📫📬📭\
    🗀🗁🗎🗏🗐🗄⌛⌨🖰🖲💻🖴💾🖬✇✍\
    🖎✌👌👍👎☜☞☝☟✋☺😐☹💣☠⚐\
    🏱✈☼🌢❄🕆✞🕈✠✡☪☯🕉☸♈♉\
    ♊♋♌♍♎♏♐♑♒♓&&●❍■□\
    🞐❑❒⬧⧫◆❖⬥⌧⮹⌘❀✿❝❞�\
    🄋➀➁➂➃➄➅➆➇➈➉🄌➊➋➌➍\
    ➎➏➐➑➒➓🙢🙠🙡🙣🙞🙜🙝🙟·•\
    ⬝○🞆🞈◉◎🔿▪◻🟁✦★✶✴✹✵\
    ⯐⌖⟡⯏⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘\
    🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗\
    🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈➲⮉⮋←\
    →↑↓↖↗↙↘🡸➔🡹🡻🡼🡽🡿🡾⇦\
    ⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✓☒☑�";

/// Wingdings 2, as Unicode 7.0 encoded it, with ✗ ✓ and ☒ for the crosses and ticks at 4F, 50, 51 and 53.
pub(super) const WINGDINGS_2: &str = "\
    \x20🖊🖋🖌🖍✄✀🕾🕽🗅🗆🗇🗈🗉🗊🗋\
    🗌🗍📋🗑🗔🖵🖶🖷🖸🖭🖯🖱🖒🖓🖘🖙\
    🖚🖛👈👉🖜🖝🖞🖟🖠🖡👆👇🖢🖣🖑✗\
    ✓☒☑☒☒⮾⮿🛇⦸🙱🙴🙲🙳‽🙹🙺\
    🙻🙦🙤🙥🙧🙚🙘🙙🙛⓪①②③④⑤⑥\
    ⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿�\
    ☉🌕☽☾⸿✝🕇🕜🕝🕞🕟🕠🕡🕢🕣🕤\
    🕥🕦🕧🙨🙩⋅🞄⦁●○🞅🞇🞉⊙⦿🞌\
    🞍◾■□🞑🞒🞓🞔▣🞕🞖🞗🞘⬩⬥◇\
    🞚◈🞛🞜🞝🞞⬪⬧◊🞠◖◗⯊⯋⯀⯁\
    ⬟⯂⬣⬢⯃⯄🞡🞢🞣🞤🞥🞦🞧🞨🞩🞪\
    🞫🞬🞭🞮🞯🞰🞱🞲🞳🞴🞵🞶🞷🞸🞹🞺\
    🞻🞼🞽🞾🞿🟀🟂🟄🟆🟉🟊✶🟌🟎🟐🟒\
    ✹🟃🟇✯🟍🟔⯌⯍※⁂������";

/// Wingdings 3, as Unicode 7.0 encoded it.
pub(super) const WINGDINGS_3: &str = "\
    \x20⭠⭢⭡⭣⭦⭧⭩⭨⭰⭲⭱⭳⭶⭸⭻\
    ⭽⭤⭥⭪⭬⭫⭭⭍⮠⮡⮢⮣⮤⮥⮦⮧\
    ⮐⮑⮒⮓⮀⮃⭾⭿⮄⮆⮅⮇⮏⮍⮎⮌\
    ⭮⭯⎋⌤⌃⌥␣⍽⇪⮸🢠🢡🢢🢣🢤🢥\
    🢦🢧🢨🢩🢪🢫🡐🡒🡑🡓🡔🡕🡗🡖🡘🡙\
    ▲▼△▽◀▶◁▷◣◢◤◥🞀🞂🞁�\
    🞃⯅⯆⯇⯈⮜⮞⮝⮟🠐🠒🠑🠓🠔🠖🠕\
    🠗🠘🠚🠙🠛🠜🠞🠝🠟🠀🠂🠁🠃🠄🠆🠅\
    🠇🠈🠊🠉🠋🠠🠢🠤🠦🠨🠪🠬🢜🢝🢞🢟\
    🠮🠰🠲🠴🠶🠸🠺🠹🠻🢘🢚🢙🢛🠼🠾🠽\
    🠿🡀🡂🡁🡃🡄🡆🡅🡇⮨⮩⮪⮫⮬⮭⮮\
    ⮯🡠🡢🡡🡣🡤🡥🡧🡦🡰🡲🡱🡳🡴🡵🡷\
    🡶🢀🢂🢁🢃🢄🢅🢇🢆🢐🢒🢑🢓🢔🢖🢕\
    🢗���������������";

/// Webdings, as Unicode 7.0 encoded it.
pub(super) const WEBDINGS: &str = "\
    \x20🕷🕸🕲🕶🏆🎖🖇🗨🗩🗰🗱🌶🎗🙾🙼\
    🗕🗖🗗⏴⏵⏶⏷⏪⏩⏮⏭⏸⏹⏺🗚🗳\
    🛠🏗🏘🏙🏚🏜🏭🏛🏠🏖🏝🛣🔍🏔👁👂\
    🏞🏕🛤🏟🛳🕬🕫🕨🔈🎔🎕🗬🙽🗭🗪🗫\
    ⮔✔🚲⬜🛡📦🛱⬛🚑🛈🛩🛰🟈🕴⬤🛥\
    🚔🗘🗙❓🛲🚇🚍⛳⦸⊖🚭🗮⏐🗯🗲�\
    🚹🚺🛉🛊🚼👽🏋⛷🏂🏌🏊🏄🏍🏎🚘🗠\
    🛢💰🏷💳👪🗡🗢🗣✯🖄🖅🖃🖆🖹🖺🖻\
    🕵🕰🖽🖾📋🗒🗓🕮📚🗞🗟🗃🗂🖼🎭🎜\
    🎘🎙🎧💿🎞📷🎟🎬📽📹📾📻🎚🎛📺💻\
    🖥🖦🖧🕹🎮🕻🕼📟🖁🖀🖨🖩🖿🖪🗜🔒\
    🔓🗝📥📤🕳🌣🌤🌥🌦☁🌨🌧🌩🌪🌬🌫\
    🌜🌡🛋🛏🍽🍸🛎🛍Ⓟ♿🛆🖈🎓🗤🗥🗦\
    🗧🛪🐿🐦🐟🐕🐈🙬🙮🙭🙯🗺🌍🌏🌎🕊";

/// Zapf Dingbats, as Adobe's encoding of the font maps it (`zdingbat.txt` of the same vendor mappings): the
/// Dingbats block but for the signs that Unicode had elsewhere. Monotype Sorts has the same order.
pub(super) const ZAPF_DINGBATS: &str = "\
    \x20✁✂✃✄☎✆✇✈✉☛☞✌✍✎✏\
    ✐✑✒✓✔✕✖✗✘✙✚✛✜✝✞✟\
    ✠✡✢✣✤✥✦✧★✩✪✫✬✭✮✯\
    ✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿\
    ❀❁❂❃❄❅❆❇❈❉❊❋●❍■❏\
    ❐❑❒▲▼◆❖◗❘❙❚❛❜❝❞�\
    ❨❩❪❫❬❭❮❯❰❱❲❳❴❵��\
    ����������������\
    �❡❢❣❤❥❦❧♣♦♥♠①②③④\
    ⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿\
    ➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏\
    ➐➑➒➓➔→↔↕➘➙➚➛➜➝➞➟\
    ➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯\
    �➱➲➳➴➵➶➷➸➹➺➻➼➽➾�";
