"""Programmes that speak Arabic, Hebrew, Japanese and German, with awards in all states, as text by path."""

FILES = {
    "nour/programme.yaml": """\
blazon: 1
programme: nour
name: جمعية المطورين
language: ar
languages: [en]
color: "#0B7A86"
publish: https://badges.example.org
awards: awards/*.csv
description: جمعية تعترف بمن يبني البرمجيات المفتوحة ويعلّمها.
badges:
  expert: {preset: seal, title: خبير معتمد, band: عضو مساهم, emblem: quill, criteria: اجتاز الاختبار., skills: [البرمجة, الشبكات], certificate: {signatures: [{name: ليلى حسن, role: رئيسة اللجنة}]}}
  teacher: {preset: hexagon, title: معلم, band: مساهمة, emblem: bolt, criteria: علّم عشرة.}
""",
    "nour/awards/a.csv": """\
name,handle,badge,issued,id,language,state,evidence,links,visibility
ميسون نجم,maysoun,expert,2026-03-09,x-00-1,ar,,https://example.org/pull/902,https://one.example https://two.example/@m,public
Ada Lindqvist,ada,teacher,2026-04-09,,en,,,,
ليلى عمر,leila,expert,2026-01-09,x-00-2,ar,revoked,,,
""",
    "galil/programme.yaml": """\
blazon: 1
programme: galil
name: אקדמיית גליל
language: he
color: "#7A3FB0"
partner-of: nour
publish: https://badges.example.org
awards: awards/*.csv
badges:
  developer: {preset: pennant, title: מפתח מוסמך, band: מוסמך, emblem: quill, criteria: עבר את הבחינה., valid: 2 years, skills: [תכנות, רשתות], certificate: {signatures: [{name: נועה לוי, role: יושבת ראש}]}}
""",
    "galil/awards/a.csv": """\
name,handle,badge,issued,id
נגה בן־שחק,noga,developer,2020-03-09,h-00-1
דנה כהן,dana,developer,2026-03-09,h-00-2
""",
    "hoshi/programme.yaml": """\
blazon: 1
programme: hoshi
name: 星の学校
language: ja
color: "#C2410C"
publish: https://badges.example.org
awards: awards/*.csv
badges:
  engineer: {preset: shield, title: 認定技術者, band: 認定, emblem: quill, criteria: 試験に合格した。, skills: [プログラミング, ネットワーク], certificate: {signatures: [{name: 星ヶ浜 あかり, role: 委員長}]}}
  master: {preset: shield, title: 上級技術者, band: 認定, emblem: trophy, criteria: 上級試験に合格した。}
""",
    "hoshi/awards/a.csv": """\
name,handle,badge,issued,id,superseded-by
灯里 月,akari,engineer,2026-03-09,j-00-1,
山田 花,hana,engineer,2025-03-09,j-00-2,master
山田 花,hana,master,2026-02-09,,
""",
    "werk/programme.yaml": """\
blazon: 1
programme: werk
name: Werkstatt
language: de
color: "#FFD400"
publish: https://badges.example.org
awards: awards/*.csv
linkedin: 1234567
website: https://werkstatt.example/
themes: {dark: {color: "#7A5CFF"}}
badges:
  first: {preset: pennant, title: Erste Schritte, emblem: quill, criteria: Bestanden., valid: 2 years, tiers: {bronze: 1, gold: 5}, certificate: {signatures: [{name: Ada}]}}
  new-name: {preset: hexagon, title: Neu, emblem: bolt, aliases: [old-name], requires: [first]}
  soon: {preset: hexagon, title: Bald, emblem: acorn, state: coming-soon}
""",
    "werk/awards/a.csv": """\
name,handle,badge,issued,id,tier,revoked,visibility
Jürgen Groß,jg,first,2026-03-09,x-10-1,gold,,
Rosa Klein,rosa,first,2025-03-09,x-10-2,bronze,2026-02-01,
Otto Wegener,ow,new-name,2025-03-09,,,,redacted
Uwe Still,uwe,new-name,2025-03-09,,,,unlisted
Ina Neu,ina,old-name,2025-03-09,,,,
"<b>Robert</b> ""Tables"" & 'Sons' --> ]]> {{x}}",tables,new-name,2025-03-09,,,,public
""",
}


def write(folder):
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
