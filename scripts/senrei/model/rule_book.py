"""The book of rules: what each rule is about, for people who were told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from senrei.model.rule_id import RuleId


@dataclass(frozen=True)
class Rule:
    """A rule: `id` stands in messages, `about` says what it wants and why."""

    id: RuleId
    group: str
    title: str
    about: str


_WRITING, _FILES, _FIELDS = "YAML の書き方", "ファイル", "項目と値"
_LINKS, _CONTENT, _PERSONS = "記録どうしのつながり", "案件の中身", "個人に関わる情報"

RULES = (
    Rule("tab", _WRITING, "タブ", "字下げは半角の空白です。タブは見た目が同じでも読めません。"),
    Rule(
        "full-width",
        _WRITING,
        "全角の記号",
        "項目名の後の「: 」、一覧の「- 」、字下げの空白は半角で書きます。"
        "値の中の全角はそのままで構いません。",
    ),
    Rule("colon", _WRITING, "コロン", "項目名と値は「: 」（半角のコロンと空白）で区切ります。"),
    Rule("dash", _WRITING, "一覧の記号", "一覧は「- 」（半角のハイフンと空白）で始めます。"),
    Rule(
        "quote",
        _WRITING,
        "引用符",
        "始めた引用符は同じ行で閉じます。閉じないと、次の引用符までが一つの値になります。",
    ),
    Rule(
        "comment",
        _WRITING,
        "値の後の #",
        "空白に続く # から後は、覚え書きとして読み捨てられます。知らないうちに値が切れるので、"
        "文の後には書けません。",
    ),
    Rule("symbol", _WRITING, "記号で始まる値", "記号で始まる値は、全体を引用符で囲みます。"),
    Rule(
        "indent",
        _WRITING,
        "字下げ",
        "同じ段の項目は、同じ位置から書き始めます。一段は空白二つです。",
    ),
    Rule(
        "line-break",
        _WRITING,
        "行の続き",
        "値は一行に書きます。次の行の字下げが深いと、そこまでが一つの値として読まれます。",
    ),
    Rule("yaml", _WRITING, "そのほかの書き方", "YAML として読めない書き方です。"),
    Rule("key", _WRITING, "項目名", "項目名は、英小文字の決まった名前です。"),
    Rule(
        "implicit-value",
        _WRITING,
        "別のものとして読まれる値",
        "引用符のない日付、yes、no、小数、空の値を、YAML は文字ではないものとして読みます。",
    ),
    Rule("duplicate-key", _WRITING, "二度ある項目", "同じ項目を二度書くと、片方が失われます。"),
    Rule(
        "alias", _WRITING, "アンカーとエイリアス", "& と * の目印は使いません。そのまま書きます。"
    ),
    Rule("tag", _WRITING, "タグ", "! の目印は使いません。"),
    Rule("documents", _WRITING, "二つの記録", "一つのファイルに書く記録は一つです。"),
    Rule("depth", _WRITING, "入れ子の深さ", "入れ子の深さには限りがあります。"),
    Rule("empty", _FILES, "空のファイル", "記録のないファイルは置けません。"),
    Rule("encoding", _FILES, "文字コード", "ファイルは UTF-8 で保存します。"),
    Rule("bom", _FILES, "先頭の目印", "UTF-8 の BOM は要りません。注意だけで、サイトは作れます。"),
    Rule("line-ending", _FILES, "改行", "改行は LF です。注意だけで、サイトは作れます。"),
    Rule(
        "merge-conflict",
        _FILES,
        "ぶつかった変更",
        "二人の変更がぶつかると、Git が印を付けます。どちらを残すかを決めて、印を消します。",
    ),
    Rule(
        "hidden-character",
        _FILES,
        "見えない文字",
        "幅のない文字や向きを変える文字は、目に見えないまま検索や表示を狂わせます。",
    ),
    Rule("symlink", _FILES, "リンク", "ほかの場所を指すリンクは読みません。"),
    Rule("place", _FILES, "置き場所", "記録は、種類ごとの決まったフォルダに「.yml」で置きます。"),
    Rule(
        "file-name",
        _FILES,
        "ファイルの名前",
        "ファイルの名前は識別子と同じです。識別子はアドレスになるので、公開した後は変えません。",
    ),
    Rule(
        "unconfirmed",
        _FIELDS,
        "要確認",
        "書きかけの記録に付く「要確認」の印は、資料と突き合わせて消します。残っている間は通りません。",
    ),
    Rule("unknown-key", _FIELDS, "ない項目", "項目の名前は、記録の種類ごとに決まっています。"),
    Rule(
        "missing", _FIELDS, "足りない項目", "必ず書く項目は、記載がないときも unstated と書きます。"
    ),
    Rule("type", _FIELDS, "値の種類", "文字、数、一覧、項目の組のどれを書くかは決まっています。"),
    Rule("unknown-word", _FIELDS, "決まった語", "決まった語から選ぶ項目です。"),
    Rule("pattern", _FIELDS, "値の形", "識別子、日付、よみ、記載箇所には、決まった形があります。"),
    Rule(
        "size",
        _FIELDS,
        "大きさ",
        "空の値、長すぎる値、二度ある値、大きすぎるファイルは使えません。",
    ),
    Rule("schema", _FIELDS, "そのほかの決まり", "スキーマの、ほかのどれにも当たらない決まりです。"),
    Rule("many", _FIELDS, "多すぎる誤り", "一つのファイルに誤りが多すぎると、途中までを示します。"),
    Rule(
        "reference",
        _LINKS,
        "登録のない識別子",
        "事業者、部署、語などは、先に登録した識別子で書きます。書き間違いのまま公開されることを防ぎます。",
    ),
    Rule("duplicate-id", _LINKS, "重なる識別子", "識別子は一つの記録だけのものです。"),
    Rule("ward", _LINKS, "区の違い", "案件の機関、部署、会議は、その案件の区のものです。"),
    Rule(
        "retired-id",
        _LINKS,
        "使わなくなった識別子",
        "消した記録の識別子は、アドレスとして引用されているかもしれないので、二度と使いません。",
    ),
    Rule(
        "former-id",
        _LINKS,
        "以前の識別子",
        "以前の識別子（aliases）は、その記録だけのものです。前のアドレスから今の記録へ案内します。",
    ),
    Rule(
        "standing",
        _LINKS,
        "取下げと差替え",
        "差し替えた記録は消さずに残し、替わりの記録を示します。替わりをたどって、もとに戻ることはありません。",
    ),
    Rule("same-term", _LINKS, "同じ意味の語", "同じものは同じ語で書きます。"),
    Rule("unused", _LINKS, "使われない記録", "どの案件も使わない語や組織です。注意だけです。"),
    Rule(
        "date",
        _CONTENT,
        "日付",
        "西暦と資料の書き方は同じ日を指します。元号は、その日に使われていたものです。",
    ),
    Rule("date-order", _CONTENT, "日付の順", "終わりは始まりより後です。"),
    Rule(
        "regime",
        _CONTENT,
        "制度",
        "令和5年4月1日より前は区の条例、以後は個人情報保護法による制度です。",
    ),
    Rule("matter", _CONTENT, "事項", "事項は、その記録の matters にあるものを書きます。"),
    Rule("system", _CONTENT, "システム", "システムは、その記録の systems にあるものを書きます。"),
    Rule(
        "mark", _CONTENT, "点検表の印", "「－」の印には理由があり、「○」の印には理由がありません。"
    ),
    Rule("also", _CONTENT, "ほかの対策", "一行が二つの対策を含むのは、点検表の行だけです。"),
    Rule(
        "items",
        _CONTENT,
        "情報項目",
        "項目は、自分で並べるか、ほかの事項と同じとするかのどちらかです。",
    ),
    Rule(
        "contractor",
        _CONTENT,
        "任せる先",
        "仕事を任せる事項には、任せる先があります。「なし」ではなく、名前の記載がないことを書きます。",
    ),
    Rule("volume", _CONTENT, "件数", "件数は、一つの数か、下限と上限で書きます。"),
    Rule("certification", _CONTENT, "認証の状況", "同じ事業者の同じ認証の状況は、一つです。"),
    Rule(
        "certification-basis",
        _CONTENT,
        "認証の根拠",
        "取得済みと書くときは、資料が何を根拠にそう述べているかも書きます。推測を防ぐためです。",
    ),
    Rule("flow", _CONTENT, "情報の流れ", "図の部品は、先に並べたものどうしをつなぎます。"),
    Rule(
        "flow-direction",
        _CONTENT,
        "流れの向き",
        "持っていない情報は渡せません。from と to が逆のときに見つかります。",
    ),
    Rule(
        "flow-remark",
        _CONTENT,
        "図の確認事項",
        "書き落としかもしれない所を、図から見つけます。資料を読み直し、記録のままでよければ、"
        "確かめたことを data_flow の confirmed に書きます。注意だけで、サイトは作れます。",
    ),
    Rule("flow-item", _CONTENT, "図の項目", "図で渡す項目は、事項の情報項目にもあります。"),
    Rule(
        "section",
        _CONTENT,
        "記載箇所",
        "記載箇所は、資料の見出しで始めます。見出しは一つの案件の中で書き分けます。",
    ),
    Rule(
        "section-coverage",
        _CONTENT,
        "見出しの扱い",
        "すべての見出しについて、何に記録したか、なぜ記録しないかを書きます。写し忘れを防ぎます。",
    ),
    Rule(
        "person-name",
        _PERSONS,
        "個人の名前",
        "個人の名前は書きません。役職で書きます。組織の名前は、登録すれば書けます。",
    ),
    Rule("phone-number", _PERSONS, "電話番号", "電話番号は書きません。"),
    Rule("mail-address", _PERSONS, "メールアドレス", "メールアドレスは書きません。"),
    Rule("my-number", _PERSONS, "個人番号", "マイナンバーとして正しい 12 桁の数は書けません。"),
    Rule("blacked-out", _PERSONS, "伏せ字", "黒塗りや伏せ字は写しません。"),
)


def rule_of(rule_id: str) -> Rule | None:
    """Find a rule by its id."""
    return next((rule for rule in RULES if rule.id == rule_id), None)
