//! One report in each of the other official languages: the same facts must come out of all.

use meeting_model::{Document, Kind, Language, Origin, Outcome, Proposed, Status, Verb};

use super::{read, report};

/// What differs from language to language.
struct Words {
    language: Language,
    place: &'static str,
    source: &'static str,
    title: &'static str,
    keywords: [&'static str; 2],
    summary: &'static str,
    contact: [&'static str; 4],
    /// Who decided, in the order of the decisions from the second item on.
    meeting: &'static str,
    group: &'static str,
    /// Who is to act: by the line of the item, by the list.
    assignees: [&'static str; 2],
    country: &'static str,
    plan: &'static str,
    chair: &'static str,
}

fn check(notation: &str, words: &Words) {
    let document = read(notation);
    check_cover(&document, words);
    check_items(&document, words);
    check_decisions(&document, words);
    check_actions(&document, words);
    let [next] = &document.meetings[..] else { panic!("{:?}", document.meetings) };
    assert_eq!(next.place.as_deref(), Some("online"));
    let days = [next.start_date, next.end_date].map(|day| day.unwrap().to_string());
    assert_eq!(days, ["2027-01-12", "2027-01-14"]);
    let listed: Vec<_> = document
        .documents
        .iter()
        .map(|d| (d.number.as_ref().unwrap().to_string(), d.sources[0].as_str()))
        .collect();
    assert_eq!(listed[0], ("TD5".to_owned(), words.chair));
    assert_eq!(listed[1].0, "TD8");
}

fn check_cover(document: &Document, words: &Words) {
    let header = &document.header;
    assert_eq!(document.kind, Kind::MeetingReport);
    assert_eq!(header.language, Some(words.language));
    assert_eq!(header.group.as_deref(), Some("SG98"));
    assert_eq!(header.study_period.as_deref(), Some("2025-2028"));
    assert_eq!(header.questions, ["Q4/98"]);
    assert_eq!(header.place.as_deref(), Some(words.place));
    let days = [header.start_date, header.end_date].map(|day| day.unwrap().to_string());
    assert_eq!(days, ["2026-10-05", "2026-10-09"]);
    assert_eq!(header.source.as_deref(), Some(words.source));
    assert_eq!(header.title.as_deref(), Some(words.title));
    assert_eq!(header.keywords, words.keywords);
    assert_eq!(header.r#abstract.as_deref(), Some(words.summary));
    let contact = &header.contacts[0];
    let told = [&contact.name, &contact.role, &contact.organization, &contact.country];
    assert_eq!(told.map(|told| told.as_deref().unwrap_or_default()), words.contact);
    assert!(contact.phone.is_some() && contact.email.is_some());
}

fn check_items(document: &Document, words: &Words) {
    let item =
        |number: &str| document.items.iter().find(|item| item.number.as_deref() == Some(number)).unwrap();
    let plan = item("2.1");
    assert_eq!(plan.title.as_deref(), Some(words.plan));
    assert_eq!(plan.sources.len(), 1);
    assert_eq!(
        (&plan.proposed[..], &plan.outcomes[..]),
        (&[Proposed::ToApprove][..], &[Outcome::Approved][..])
    );
    assert_eq!(item("2.2").outcomes, [Outcome::Noted]);
    let text = item("2.3");
    assert_eq!(text.sources, [words.country]);
    assert!(!text.proposed.is_empty());
    for outcome in [Outcome::Presented, Outcome::Noted, Outcome::Agreed, Outcome::Approved] {
        assert!(text.outcomes.contains(&outcome), "{outcome:?} of {:?}", text.outcomes);
    }
}

fn check_decisions(document: &Document, words: &Words) {
    let decided: Vec<_> = document.decisions.iter().filter(|d| d.item.as_deref() == Some("2.3")).collect();
    let of = |verb: Verb| decided.iter().filter(|decision| decision.verb == verb).collect::<Vec<_>>();
    // The remark of a member, what was not approved and what is still to come are no decisions.
    let [noted] = &of(Verb::Noted)[..] else { panic!("{decided:#?}") };
    assert_eq!(noted.by.as_deref(), Some(words.meeting));
    assert_eq!(noted.documents[0].to_string(), "C12");
    assert_eq!(of(Verb::Agreed)[0].by.as_deref(), Some(words.meeting));
    let [first, second] = &of(Verb::Approved)[..] else { panic!("{decided:#?}") };
    assert_eq!(first.documents[0].to_string(), "TD11");
    assert_eq!(second.documents[0].to_string(), "TD10");
    assert!(second.by.as_deref().unwrap().contains(words.group), "{:?}", second.by);
    assert_eq!(of(Verb::Requested).len(), 1);
    assert_eq!(of(Verb::Appointed).len(), 1);
    let agenda = document.decisions.iter().find(|decision| decision.item.as_deref() == Some("1")).unwrap();
    assert!(matches!(agenda.verb, Verb::Adopted | Verb::Approved));
    assert_eq!(agenda.documents[0].to_string(), "TD5");
}

fn check_actions(document: &Document, words: &Words) {
    let of = |origin: Origin| document.actions.iter().filter(move |action| action.origin == origin);
    let line = of(Origin::Item).next().expect("the line of an item");
    assert_eq!(line.assignee.as_deref(), Some(words.assignees[0]));
    assert_eq!(line.due.unwrap().to_string(), "2026-11-12");
    assert_eq!(line.documents[0].to_string(), "TD8");
    let listed: Vec<_> = of(Origin::List).collect();
    assert_eq!(listed[0].assignee.as_deref(), Some(words.assignees[1]));
    assert_eq!(listed.iter().map(|action| action.id.as_deref().unwrap()).collect::<Vec<_>>(), ["A-1", "A-2"]);
    assert_eq!([listed[0].status, listed[1].status], [Status::Open, Status::Done]);
    assert_eq!(
        [listed[0], listed[1]].map(|action| action.due.unwrap().to_string()),
        ["2027-05-15", "2027-06-01"]
    );
}

#[test]
fn a_report_in_french() {
    let words = Words {
        language: Language::French,
        place: "Genève",
        source: "Rapporteur pour la Question 4/98",
        title: "Rapport de la réunion du Groupe du Rapporteur pour la Question 4/98",
        keywords: ["compteurs", "mesures"],
        summary: "Ce document rend compte de la réunion.",
        contact: ["Zoé Martin", "Rapporteur", "Fio Net", "France"],
        meeting: "la réunion",
        group: "la Commission d'études 98",
        assignees: ["Rapporteur", "Éditeur"],
        country: "Chili",
        plan: "Plan de travail",
        chair: "Président",
    };
    check(FRENCH, &words);
}

const FRENCH: &str = "\
| x | {cols dnum 2 2}SECTEUR DE LA NORMALISATION DES TÉLÉCOMMUNICATIONS DE L'UIT ¶ PÉRIODE D'ÉTUDES 2025-2028 | SG98-TD77 |
| {span 2}Original: français | | |
| {span 2}Question(s): | 4/98 | Genève, 5-9 octobre 2026 |
| Origine: | {span 3}Rapporteur pour la Question 4/98 |
| Titre: | {span 3}Rapport de la réunion du Groupe du Rapporteur pour la Question 4/98 |
| Contact: | Zoé Martin{br}Rapporteur{br}Fio Net, France | Tél.: +33 1 00 00 00 00{br}Courriel: zoe@fio.example |
| Mots clés: | compteurs; mesures |
| Résumé: | Ce document rend compte de la réunion. |

# 1 Ouverture de la réunion
La réunion a été ouverte par la Présidente.
L'ordre du jour figurant dans le TD5 a été adopté sans modification.
# 2 Compteurs
| 2.1 | Rapporteur: Plan de travail | TD8 | Pour approbation. Approuvé |
| 2.2 | TSB: Statistiques | TD9 | Noté |
| 2.3 | Chili: Proposition de texte | C12 | Pour examen |
Le Chili a présenté la contribution C12. La réunion a pris note de la contribution.
La réunion est convenue de poursuivre l'étude.
Un État Membre a noté que le texte est long.
Le texte n'a pas été approuvé.
Le rapport sera présenté à la prochaine réunion.
Mesure à prendre: le Rapporteur est chargé de mettre à jour le TD8 d'ici au 12 novembre 2026.
Il a été décidé de créer un groupe de travail par correspondance.
La réunion a approuvé le rapport TD11.
La Commission d'études 98 a approuvé le rapport TD10.
La réunion a chargé le TSB de publier la liste.
Mme Ana Lima a été nommée éditrice.
Le TSB enverra le rapport aux membres.
# 3 Liste des documents
|!header| N° | Document | Origine | Titre |
| 1 | TD5 | Président | Ordre du jour |
| 2 | TD8 | Rapporteur | Plan de travail |
# 4 Suivi des actions
|!header| N° | Action | Responsable | Échéance | État |
| A-1 | Mettre à jour le texte | Éditeur | 15 mai 2027 | En cours |
| A-2 | Publier la liste | TSB | 1er juin 2027 | Terminé |
# 5 Prochaines réunions
La prochaine réunion se tiendra en ligne du 12 au 14 janvier 2027.";

#[test]
fn a_report_in_spanish() {
    let words = Words {
        language: Language::Spanish,
        place: "Ginebra",
        source: "Relator para la Cuestión 4/98",
        title: "Informe de la reunión del Grupo de Relator para la Cuestión 4/98",
        keywords: ["contadores", "medidas"],
        summary: "Este documento contiene el informe.",
        contact: ["Ana Lima", "Relatora", "Fio Net", "Brasil"],
        meeting: "la reunión",
        group: "la Comisión de Estudio 98",
        assignees: ["Relator", "Editor"],
        country: "Chile",
        plan: "Plan de trabajo",
        chair: "Presidente",
    };
    check(SPANISH, &words);
}

const SPANISH: &str = "\
| x | {cols dnum 2 2}SECTOR DE NORMALIZACIÓN DE LAS TELECOMUNICACIONES DE LA UIT ¶ PERIODO DE ESTUDIOS 2025-2028 | SG98-TD78 |
| {span 2}Original: español | | |
| {span 2}Cuestión(es): | 4/98 | Ginebra, 5 a 9 de octubre de 2026 |
| Origen: | {span 3}Relator para la Cuestión 4/98 |
| Título: | {span 3}Informe de la reunión del Grupo de Relator para la Cuestión 4/98 |
| Contacto: | Ana Lima{br}Relatora{br}Fio Net, Brasil | Tel.: +55 61 0000 0000{br}Correo-e: ana@fio.example |
| Palabras clave: | contadores; medidas |
| Resumen: | Este documento contiene el informe. |

# 1 Apertura de la reunión
El orden del día que figura en el TD5 fue aprobado sin cambios.
# 2 Contadores
| 2.1 | Relator: Plan de trabajo | TD8 | Para aprobación. Aprobado |
| 2.2 | TSB: Estadísticas | TD9 | Se tomó nota |
| 2.3 | Chile: Propuesta de texto | C12 | Para debate |
Chile presentó la contribución C12. La reunión tomó nota de la contribución.
La reunión acordó proseguir el estudio.
Un Estado Miembro señaló que el texto es largo.
El texto no fue aprobado.
El informe se presentará en la próxima reunión.
Se aprobó el informe TD11.
Se acordó crear un grupo por correspondencia.
Acción: El Relator deberá actualizar el TD8 antes del 12 de noviembre de 2026.
La Comisión de Estudio 98 aprobó el informe TD10.
La reunión encargó a la TSB que publique la lista.
La Sra. Ana Lima fue nombrada editora.
La TSB enviará el informe a los miembros.
# 3 Lista de documentos
|!header| N.º | Documento | Origen | Título |
| 1 | TD5 | Presidente | Orden del día |
| 2 | TD8 | Relator | Plan de trabajo |
# 4 Lista de acciones
|!header| N.º | Acción | Responsable | Plazo | Estado |
| A-1 | Actualizar el texto | Editor | 15 de mayo de 2027 | En curso |
| A-2 | Publicar la lista | TSB | 1 de junio de 2027 | Completada |
# 5 Próximas reuniones
La próxima reunión se celebrará en línea del 12 al 14 de enero de 2027.";

#[test]
fn a_report_in_russian() {
    let words = Words {
        language: Language::Russian,
        place: "Женева",
        source: "Докладчик по Вопросу 4/98",
        title: "Отчет о собрании Группы Докладчика по Вопросу 4/98",
        keywords: ["счетчики", "измерения"],
        summary: "В этом документе содержится отчет.",
        contact: ["Анна Петрова", "Докладчик", "Фио Нет", "Российская Федерация"],
        meeting: "Собрание",
        group: "Исследовательская комиссия 98",
        assignees: ["Докладчику", "Редактор"],
        country: "Чили",
        plan: "План работы",
        chair: "Председатель",
    };
    check(RUSSIAN, &words);
}

const RUSSIAN: &str = "\
| x | {cols dnum 2 2}СЕКТОР СТАНДАРТИЗАЦИИ ЭЛЕКТРОСВЯЗИ МСЭ ¶ ИССЛЕДОВАТЕЛЬСКИЙ ПЕРИОД 2025–2028 гг. | SG98-TD79 |
| {span 2}Оригинал: русский | | |
| {span 2}Вопрос(ы): | 4/98 | Женева, 5–9 октября 2026 года |
| Источник: | {span 3}Докладчик по Вопросу 4/98 |
| Название: | {span 3}Отчет о собрании Группы Докладчика по Вопросу 4/98 |
| Для контактов: | Анна Петрова{br}Докладчик{br}Фио Нет, Российская Федерация | Тел.: +7 495 000 00 00{br}Эл. почта: anna@fio.example |
| Ключевые слова: | счетчики; измерения |
| Резюме: | В этом документе содержится отчет. |

# 1 Открытие собрания
Повестка дня, содержащаяся в TD5, была утверждена без изменений.
# 2 Счетчики
| 2.1 | Докладчик: План работы | TD8 | Для утверждения. Утверждено |
| 2.2 | БСЭ: Статистика | TD9 | Принято к сведению |
| 2.3 | Чили: Предложение по тексту | C12 | Для обсуждения |
Чили представила вклад C12. Собрание приняло к сведению этот вклад.
Собрание согласилось продолжить исследование.
Одно из Государств-Членов отметило, что текст длинный.
Текст не был утвержден.
Отчет будет представлен на следующем собрании.
Собрание утвердило отчет TD11.
Было решено создать группу по переписке.
Действия: Докладчику обновить TD8 до 12 ноября 2026 года.
Исследовательская комиссия 98 утвердила отчет TD10.
Собрание поручило БСЭ опубликовать список.
Г-жа Анна Петрова была назначена редактором.
БСЭ направит отчет членам.
# 3 Список документов
|!header| № | Документ | Источник | Название |
| 1 | TD5 | Председатель | Повестка дня |
| 2 | TD8 | Докладчик | План работы |
# 4 Перечень действий
|!header| № | Действие | Ответственный | Срок | Статус |
| A-1 | Обновить текст | Редактор | 15 мая 2027 года | Выполняется |
| A-2 | Опубликовать список | БСЭ | 1 июня 2027 года | Выполнено |
# 5 Будущие собрания
Следующее собрание состоится в онлайновом режиме 12–14 января 2027 года.";

#[test]
fn a_report_in_chinese() {
    let words = Words {
        language: Language::Chinese,
        place: "日内瓦",
        source: "第4/98号课题报告人",
        title: "第4/98号课题报告人组会议报告",
        keywords: ["仪表", "测量"],
        summary: "本文件包含会议报告。",
        contact: ["王芳", "报告人", "菲奥网络", "中国"],
        meeting: "会议",
        group: "第98研究组",
        assignees: ["报告人", "编辑"],
        country: "智利",
        plan: "工作计划",
        chair: "主席",
    };
    check(CHINESE, &words);
}

const CHINESE: &str = "\
| x | {cols dnum 2 2}国际电信联盟电信标准化部门 ¶ 2025-2028年研究期 | SG98-TD80 |
| {span 2}原文：中文 | | |
| {span 2}课题： | 4/98 | 2026年10月5-9日，日内瓦 |
| 来源： | {span 3}第4/98号课题报告人 |
| 标题： | {span 3}第4/98号课题报告人组会议报告 |
| 联系人： | 王芳{br}报告人{br}菲奥网络，中国 | 电话：+86 10 0000 0000{br}电子邮件：wang@fio.example |
| 关键词： | 仪表；测量 |
| 摘要： | 本文件包含会议报告。 |

# 1 会议开幕
TD5所载议程未经修改获得通过。
# 2 仪表
| 2.1 | 报告人：工作计划 | TD8 | 供批准。已批准 |
| 2.2 | TSB：统计数据 | TD9 | 已注意到 |
| 2.3 | 智利：案文提案 | C12 | 供讨论 |
智利介绍了C12号文稿。会议注意到该文稿。
会议同意继续研究。
一成员国指出，案文过长。
该案文未获批准。
报告将在下次会议上介绍。
会议批准了TD11。
会议决定成立一个信函通信组。
行动：报告人在2026年11月12日之前更新TD8。
第98研究组批准了TD10号报告。
会议责成电信标准化局公布清单。
会议任命王芳女士为编辑。
# 3 文件清单
|!header| 序号 | 文件 | 来源 | 标题 |
| 1 | TD5 | 主席 | 议程 |
| 2 | TD8 | 报告人 | 工作计划 |
# 4 行动清单
|!header| 序号 | 行动 | 负责人 | 完成日期 | 状态 |
| A-1 | 更新案文 | 编辑 | 2027年5月15日 | 进行中 |
| A-2 | 公布清单 | TSB | 2027年6月1日 | 已完成 |
# 5 未来会议
下次会议将于2027年1月12日至14日在线举行。";

#[test]
fn a_report_in_arabic() {
    let words = Words {
        language: Language::Arabic,
        place: "جنيف",
        source: "مقرر المسألة 4/98",
        title: "تقرير اجتماع فريق المقرر المعني بالمسألة 4/98",
        keywords: ["عدادات", "قياس"],
        summary: "تتضمن هذه الوثيقة تقرير الاجتماع.",
        contact: ["ليلى حسن", "مقررة", "فيو نت", "مصر"],
        meeting: "الاجتماع",
        group: "لجنة الدراسات",
        assignees: ["المقرر", "المحرر"],
        country: "شيلي",
        plan: "خطة العمل",
        chair: "الرئيس",
    };
    check(ARABIC, &words);
}

const ARABIC: &str = "\
| x | {cols dnum 2 2}قطاع تقييس الاتصالات للاتحاد الدولي للاتصالات ¶ فترة الدراسة 2028-2025 | SG98-TD81 |
| {span 2}الأصل: بالعربية | | |
| {span 2}المسألة: | 4/98 | جنيف، 9-5 أكتوبر 2026 |
| المصدر: | {span 3}مقرر المسألة 4/98 |
| العنوان: | {span 3}تقرير اجتماع فريق المقرر المعني بالمسألة 4/98 |
| للاتصال: | ليلى حسن{br}مقررة{br}فيو نت، مصر | الهاتف: +20 2 0000 0000{br}البريد الإلكتروني: layla@fio.example |
| كلمات أساسية: | عدادات؛ قياس |
| ملخص: | تتضمن هذه الوثيقة تقرير الاجتماع. |

# 1 افتتاح الاجتماع
تم اعتماد جدول الأعمال الوارد في TD5 دون تعديل.
# 2 العدادات
| 2.1 | المقرر: خطة العمل | TD8 | للموافقة. تمت الموافقة |
| 2.2 | مكتب تقييس الاتصالات: إحصاءات | TD9 | أحيط علماً |
| 2.3 | شيلي: مقترح نص | C12 | للمناقشة |
عرضت شيلي المساهمة C12. أحاط الاجتماع علماً بهذه المساهمة.
اتفق الاجتماع على مواصلة الدراسة.
أشارت دولة عضو إلى أن النص طويل.
لم تتم الموافقة على النص.
سيُعرض التقرير في الاجتماع المقبل.
وافق الاجتماع على التقرير TD11.
تقرر إنشاء فريق مراسلة.
الإجراء: يقوم المقرر بتحديث TD8 قبل 12 نوفمبر 2026.
وافقت لجنة الدراسات 98 على التقرير TD10.
عيّن الاجتماع السيدة ليلى حسن محررة.
كلف الاجتماع مكتب تقييس الاتصالات بنشر القائمة.
# 3 قائمة الوثائق
|!header| الرقم | الوثيقة | المصدر | العنوان |
| 1 | TD5 | الرئيس | جدول الأعمال |
| 2 | TD8 | المقرر | خطة العمل |
# 4 قائمة الإجراءات
|!header| الرقم | الإجراء | المسؤول | تاريخ الإنجاز | الحالة |
| A-1 | تحديث النص | المحرر | 15 مايو 2027 | قيد التنفيذ |
| A-2 | نشر القائمة | TSB | 1 يونيو 2027 | منجز |
# 5 الاجتماعات المقبلة
سيعقد الاجتماع المقبل عبر الإنترنت في الفترة من 12 إلى 14 يناير 2027.";

#[test]
fn what_is_denied_or_reported_is_no_decision_in_any_language() {
    for text in [
        "Le texte n'a pas été approuvé.",
        "Un délégué a indiqué que le texte a été approuvé en mai.",
        "Le texte serait approuvé plus tard.",
        "El texto no fue aprobado.",
        "El delegado indicó que el texto fue aprobado en mayo.",
        "El informe será aprobado más adelante.",
        "Текст не был утвержден.",
        "Один из делегатов отметил, что текст утвержден.",
        "Отчет будет утвержден позднее.",
        "该案文未获批准。",
        "报告将由全体会议批准。",
        "لم تتم الموافقة على النص.",
    ] {
        assert_eq!(report(&format!("# 1 Business\n{text}")).decisions, [], "{text}");
    }
}
