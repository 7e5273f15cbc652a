"""Pictures for the tests: four modelled on real cases, and random ones by seed."""

import random

from senrei.publish.diagram import Node, Party, Picture, Step, Version

BEFORE, AFTER = ("before",), ("after",)


def sodaigomi():
    """粗大ごみ: paper slips give way to tablets; two versions in one picture."""
    full = ("氏名", "住所", "連絡先", "排出場所", "品目")
    return Picture(
        title="粗大ごみ受付収集システム",
        uid="sodaigomi",
        versions=(Version("before", "従来"), Version("after", "変更後")),
        parties=(
            Party("kumin", "subject", "本人", "区民"),
            Party("uketsuke", "contractor", "委託先", "受付業務受託者"),
            Party("shushu", "contractor", "委託先", "収集業務受託者", "../../contractors/kyodo/"),
            Party("ku", "ward", "区", "江戸川区", "../../wards/edogawa/"),
            Party("shisetsu", "other", "他機関", "処理施設"),
        ),
        nodes=(
            Node("haishutsu", "kumin", "person", "排出者"),
            Node("center", "uketsuke", "office", "粗大ごみ受付センター"),
            Node(
                "system", "uketsuke", "server", "粗大ごみ受付収集システム", "../../systems/sodai/"
            ),
            Node("pc", "shushu", "terminal", "事業所のPC端末"),
            Node("tablet", "shushu", "tablet", "タブレット端末", versions=AFTER),
            Node("slip", "shushu", "paper", "収集連絡票", versions=BEFORE),
            Node("crew", "shushu", "person", "収集担当者"),
            Node("office", "ku", "office", "清掃事務所"),
            Node("plant", "shisetsu", "facility", "処理施設"),
        ),
        steps=(
            Step(
                1,
                "haishutsu",
                "center",
                "粗大ごみの申込み",
                full,
                "electronic",
                "電話・Web",
                "question",
                phase="排出前",
            ),
            Step(
                2,
                "center",
                "haishutsu",
                "受付番号と予約日の案内",
                ("受付番号", "収集予定日", "金額"),
                "electronic",
                "電話・Web",
                "question",
                phase="排出前",
            ),
            Step(
                3,
                "center",
                "system",
                "受付票を登録",
                (*full, "減免区分"),
                "electronic",
                "回線",
                "other",
                phase="排出前",
            ),
            Step(
                4,
                "system",
                "office",
                "受付状況の確認・減免承認",
                ("氏名", "住所", "減免区分", "減免率"),
                "electronic",
                "回線",
                "other",
                sensitive=True,
                phase="排出前",
            ),
            Step(
                5,
                "system",
                "pc",
                "受付票の確認・収集ルート作成",
                ("氏名", "住所", "連絡先", "排出場所"),
                "electronic",
                "回線",
                "other",
                phase="排出前",
            ),
            Step(
                6,
                "pc",
                "slip",
                "収集連絡票を印刷（収集前日）",
                ("氏名", "住所", "連絡先", "品目"),
                "paper",
                "紙",
                "hidden",
                phase="排出前",
                change="removed",
                versions=BEFORE,
            ),
            Step(
                6,
                "system",
                "tablet",
                "タブレットに取り込み・持ち出し",
                ("氏名", "住所", "連絡先", "品目", "減免区分"),
                "electronic",
                "無線",
                "other",
                phase="排出前",
                change="added",
                versions=AFTER,
            ),
            Step(
                7,
                "haishutsu",
                "crew",
                "粗大ごみの収集",
                (),
                "goods",
                "現場",
                "hidden",
                phase="排出後",
            ),
            Step(
                8,
                "crew",
                "slip",
                "収集状況を手書きで記入",
                ("収集状況", "処理券の有無"),
                "paper",
                "紙",
                "hidden",
                manual=True,
                phase="排出後",
                change="removed",
                versions=BEFORE,
            ),
            Step(
                8,
                "tablet",
                "system",
                "収集実績を現場から入力",
                ("収集状況", "収集完了日", "金額"),
                "electronic",
                "無線",
                "other",
                phase="排出後",
                change="added",
                versions=AFTER,
            ),
            Step(
                9,
                "crew",
                "plant",
                "粗大ごみの受入れ",
                (),
                "goods",
                "現場",
                "hidden",
                phase="排出後",
            ),
            Step(
                10,
                "pc",
                "system",
                "収集実績をPC端末から入力（翌日）",
                ("収集状況", "収集完了日", "金額"),
                "electronic",
                "回線",
                "other",
                manual=True,
                phase="排出後",
                change="removed",
                versions=BEFORE,
            ),
            Step(
                10,
                "pc",
                "system",
                "持込み分の受入実績を入力",
                ("受入日", "受付番号", "金額"),
                "electronic",
                "回線",
                "other",
                manual=True,
                phase="排出後",
                versions=AFTER,
            ),
            Step(
                11,
                "slip",
                "office",
                "収集連絡票を提出",
                ("氏名", "住所", "連絡先", "収集状況"),
                "paper",
                "紙",
                "hidden",
                manual=True,
                phase="排出後",
                change="removed",
                versions=BEFORE,
            ),
        ),
        note="資料の図から転記しました。",
    )


def kokuho():
    """国保: telephone guidance on paying back, with much that needs care."""
    four = ("氏名", "電話番号", "整理番号", "請求金額")
    return Picture(
        title="国民健康保険 不当利得返還金の納付案内",
        uid="kokuho",
        parties=(
            Party("kumin", "subject", "本人", "区民"),
            Party("itaku", "contractor", "委託先", "委託事業者（区役所本庁舎内）"),
            Party("ku", "ward", "区", "江戸川区"),
        ),
        nodes=(
            Node("debtor", "kumin", "person", "不当利得返還金の債務者"),
            Node("call", "itaku", "office", "納付案内センター"),
            Node("cabinet", "itaku", "paper", "専用キャビネット"),
            Node("lan", "itaku", "terminal", "全庁LAN端末（区が用意）"),
            Node("kokuho", "ku", "server", "国保システム（iDC）", "../../systems/kokuho/"),
            Node("section", "ku", "office", "医療保険課給付係"),
            Node("folder", "ku", "db", "委託専用フォルダ"),
            Node("viewer", "ku", "server", "参照システム"),
        ),
        steps=(
            Step(
                1,
                "section",
                "debtor",
                "督促状・催告書を発送",
                ("氏名", "住所", "不当利得請求金額", "納付期限"),
                "paper",
                "郵送",
                "hidden",
            ),
            Step(
                2,
                "section",
                "folder",
                "架電対象者リストを置く",
                four,
                "electronic",
                "全庁LAN",
                "question",
                manual=True,
            ),
            Step(
                3, "folder", "lan", "対象者リストを参照", four, "electronic", "全庁LAN", "question"
            ),
            Step(
                4,
                "kokuho",
                "lan",
                "資格・不当利得情報を照会",
                ("被保険者証記号番号", "資格取得喪失", "診療年月", "受診医療機関名称", "点数"),
                "electronic",
                "全庁LAN",
                "question",
                sensitive=True,
            ),
            Step(
                5,
                "viewer",
                "lan",
                "世帯情報を照会",
                ("世帯構成員の氏名", "住所", "生年月日", "本籍", "国籍"),
                "electronic",
                "全庁LAN",
                "question",
                sensitive=True,
            ),
            Step(
                6,
                "call",
                "debtor",
                "電話で納付を案内",
                ("氏名", "請求金額", "納付期限"),
                "voice",
                "電話",
                "hidden",
                manual=True,
            ),
            Step(
                7,
                "debtor",
                "call",
                "納付の予定・事情を聞き取る",
                ("納付予定日", "相談内容"),
                "voice",
                "電話",
                "hidden",
            ),
            Step(
                8,
                "lan",
                "kokuho",
                "経過記録を入力",
                ("日時", "相手名", "内容"),
                "electronic",
                "全庁LAN",
                "question",
                manual=True,
            ),
            Step(
                9,
                "call",
                "cabinet",
                "紙の資料を施錠して保管",
                ("氏名", "電話番号"),
                "paper",
                "紙",
                "hidden",
                manual=True,
            ),
            Step(
                10,
                "call",
                "section",
                "日次報告・個別相談の引継ぎ",
                ("処理件数", "相談内容"),
                "paper",
                "紙",
                "hidden",
                manual=True,
            ),
        ),
        note="図は本文から再構成しました。",
    )


def genkikan():
    """元気館: a booking system on a cloud of another body; what moves is often not stated."""
    person = ("氏名", "住所", "電話番号", "メールアドレス")
    return Picture(
        title="元気館貸室予約受付システム",
        uid="genkikan",
        parties=(
            Party("dantai", "subject", "本人", "利用者"),
            Party("kanri", "contractor", "委託先", "指定管理者"),
            Party("zaidan", "other", "他機関", "新宿未来創造財団"),
            Party("ku", "ward", "区", "新宿区"),
        ),
        nodes=(
            Node("user", "dantai", "person", "登録団体・利用者"),
            Node("desk", "kanri", "terminal", "窓口端末"),
            Node("pc", "kanri", "terminal", "管理者用パソコン"),
            Node("system", "zaidan", "cloud", "予約受付システム", "../../systems/genkikan/"),
            Node("dept", "ku", "office", "健康づくり課"),
        ),
        steps=(
            Step(1, "user", "desk", "団体の登録を申請", person, "paper", "窓口", "hidden"),
            Step(
                2,
                "desk",
                "system",
                "登録情報を入力",
                person,
                "electronic",
                "インターネット",
                "closed",
                manual=True,
            ),
            Step(
                3,
                "user",
                "system",
                "予約・抽選の申込み",
                None,
                "electronic",
                "インターネット",
                "closed",
            ),
            Step(4, "system", "system", "抽選を行い結果を記録", None, "electronic", "", "hidden"),
            Step(
                5,
                "system",
                "pc",
                "利用者情報を管理",
                person,
                "electronic",
                "インターネット",
                "open",
            ),
            Step(6, "pc", "dept", "利用状況を報告", (), "paper", "書面", "hidden"),
            Step(
                7,
                "system",
                "dept",
                "契約終了時に消去を報告",
                (),
                "paper",
                "書面",
                "hidden",
                ends=True,
            ),
        ),
    )


def bop():
    """新BOP: fifteen steps through an outside centre and a rented cloud."""
    return Picture(
        title="新BOP学童クラブ 利用手続き",
        uid="bop",
        parties=(
            Party("kumin", "subject", "本人", "区民"),
            Party("jimu", "contractor", "委託先", "受託者（事務センター）"),
            Party("cloud", "subcontractor", "再委託先", "クラウド（サイボウズ）"),
            Party("ku", "ward", "区", "世田谷区", "../../wards/setagaya/"),
        ),
        nodes=(
            Node("parent", "kumin", "person", "保護者"),
            Node("staff", "jimu", "office", "事務センター従事者"),
            Node("scan", "jimu", "paper", "紙申請書・スキャン画像"),
            Node("kintone", "cloud", "cloud", "申請システム（kintone）", "../../systems/kintone/"),
            Node("jido", "ku", "office", "児童課"),
            Node("bop", "ku", "office", "新BOP（各小学校）"),
            Node("jidokan", "ku", "office", "児童館（25館）"),
            Node("gakudo", "ku", "server", "学童クラブ管理システム"),
        ),
        steps=(
            Step(
                1,
                "parent",
                "kintone",
                "オンライン申請（入会・延長・減免など8種）",
                ("児童氏名", "保護者氏名", "住所", "勤務状況", "減免理由"),
                "electronic",
                "インターネット",
                "question",
                sensitive=True,
                phase="申請",
            ),
            Step(
                2,
                "parent",
                "bop",
                "紙で申請する人は窓口に提出",
                ("児童氏名", "保護者氏名", "住所", "勤務状況"),
                "paper",
                "紙",
                "hidden",
                phase="申請",
            ),
            Step(
                3,
                "bop",
                "scan",
                "紙申請書をセキュリティ便で運搬",
                ("申請書一式",),
                "paper",
                "紙",
                "hidden",
                manual=True,
                phase="申請",
            ),
            Step(
                4,
                "scan",
                "kintone",
                "スキャン画像を取り込み内容を反映",
                ("申請書画像", "申請内容"),
                "electronic",
                "インターネット",
                "question",
                manual=True,
                phase="申請",
            ),
            Step(
                5,
                "kintone",
                "staff",
                "一次審査・二次審査のため閲覧",
                ("申請内容", "添付画像"),
                "electronic",
                "IP制限",
                "question",
                phase="審査",
            ),
            Step(
                6,
                "staff",
                "kintone",
                "審査結果・対応記録を入力",
                ("審査結果", "対応記録"),
                "electronic",
                "IP制限",
                "question",
                manual=True,
                phase="審査",
            ),
            Step(
                7,
                "staff",
                "parent",
                "不備の連絡（架電・メール・文書）",
                ("保護者氏名", "不備の内容"),
                "paper",
                "電話・郵送",
                "hidden",
                manual=True,
                phase="審査",
            ),
            Step(
                8,
                "parent",
                "staff",
                "追加書類の提出",
                ("勤務証明書など",),
                "paper",
                "紙",
                "hidden",
                phase="審査",
            ),
            Step(
                9,
                "kintone",
                "jido",
                "審査状況の確認（全件の閲覧・管理権限）",
                ("申請内容", "審査結果"),
                "electronic",
                "IP制限",
                "question",
                phase="決定",
            ),
            Step(
                10,
                "kintone",
                "gakudo",
                "CSVを出力し登録・更新",
                ("児童氏名", "住所", "利用区分"),
                "electronic",
                "CSV",
                "question",
                manual=True,
                phase="決定",
            ),
            Step(
                11,
                "kintone",
                "jidokan",
                "管轄の新BOP分を閲覧",
                ("申請内容", "審査結果"),
                "electronic",
                "IP制限",
                "question",
                phase="決定",
            ),
            Step(
                12,
                "kintone",
                "bop",
                "所属の新BOP分を閲覧",
                ("申請内容", "審査結果"),
                "electronic",
                "IP制限",
                "question",
                phase="決定",
            ),
            Step(
                13,
                "staff",
                "jido",
                "封入した承認通知書を納品",
                ("保護者氏名", "住所", "承認結果"),
                "paper",
                "セキュリティ便",
                "hidden",
                manual=True,
                phase="決定",
            ),
            Step(
                14,
                "jido",
                "parent",
                "決定通知書を発送",
                ("保護者氏名", "住所", "承認結果"),
                "paper",
                "郵送",
                "hidden",
                phase="決定",
            ),
            Step(
                15,
                "staff",
                "jido",
                "データを消去し消去証明書を提出",
                (),
                "paper",
                "書面",
                "hidden",
                manual=True,
                phase="終了",
            ),
        ),
        note="図は本文から再構成しました。",
    )


def real_pictures():
    return (sodaigomi(), kokuho(), genkikan(), bop())


ZONES = (
    ("subject", "本人"),
    ("contractor", "委託先"),
    ("ward", "区"),
    ("subcontractor", "再委託先"),
    ("other", "他機関"),
)
PARTY_LABELS = {
    "subject": ("区民", "申請者", "保護者・児童"),
    "contractor": ("受付業務受託者", "委託事業者（区役所本庁舎内）", "運用保守の受託者"),
    "ward": ("江戸川区", "新宿区", "世田谷区子ども・若者部児童課"),
    "subcontractor": ("クラウド（サイボウズ）", "再委託事業者"),
    "other": ("処理施設", "他の自治体", "公益財団法人新宿未来創造財団"),
}
NODE_LABELS = {
    "person": ("申請者", "収集担当者", "窓口職員"),
    "office": ("児童相談所", "葛西清掃事務所小松川分室", "情報政策課", "新BOP（61校）"),
    "server": ("粗大ごみ受付収集システム", "国保システム（iDC）", "図書館オンラインシステム"),
    "db": ("委託専用フォルダ", "申請データベース"),
    "cloud": ("申請システム（kintone）", "クラウド基盤"),
    "terminal": ("事業所のPC端末", "全庁LAN端末（区が用意）", "管理者用パソコン"),
    "tablet": ("タブレット端末",),
    "paper": ("収集連絡票", "専用キャビネット", "紙申請書・スキャン画像"),
    "media": ("USBメモリ", "バックアップ媒体"),
    "facility": ("処理施設", "データセンター"),
}
ACTS = (
    "受付票を登録",
    "オンライン申請（入会・延長・減免など8種）",
    "収集実績をPC端末から入力（翌日）",
    "CSVを出力し登録・更新",
    "対象者リストを参照",
    "データを消去し消去証明書を提出",
    "決定通知書を発送",
    "閲覧",
)
ITEMS = (
    "氏名",
    "住所",
    "電話番号",
    "生年月日",
    "世帯構成員の氏名",
    "不当利得請求金額",
    "メールアドレス",
    "減免区分",
    "被保険者証記号番号",
    "児童相談所の援助方針の内容",
    "IPアドレス",
)
MEDIUMS = (
    ("electronic", "インターネット"),
    ("electronic", "全庁LAN"),
    ("electronic", "LGWAN"),
    ("paper", "郵送"),
    ("paper", "セキュリティ便"),
    ("voice", "電話"),
    ("goods", "現場"),
    ("electronic", ""),
)
PHASES = (None, "申請", "審査", "決定・通知")


def random_picture(seed):
    """4-14 nodes, 4-20 steps, 3-5 parties; every mark turns up somewhere."""
    pick = random.Random(seed)
    zones = [ZONES[0], ZONES[2], *pick.choices(ZONES[1:], k=pick.randint(1, 3))]
    parties = tuple(
        Party(f"p{place}", zone, label, pick.choice(PARTY_LABELS[zone]), pick.choice((None, "../")))
        for place, (zone, label) in enumerate(zones)
    )
    node_count = pick.randint(max(4, len(parties)), 14)
    compared = seed % 3 == 0
    nodes = tuple(_random_node(pick, place, parties, compared) for place in range(node_count))
    phases = sorted(pick.choices(range(len(PHASES)), k=20))
    steps = tuple(
        _random_step(pick, place, nodes, PHASES[phases[place]], compared)
        for place in range(pick.randint(4, 20))
    )
    versions = (Version("before", "従来"), Version("after", "変更後")) if compared else ()
    title = pick.choice(("粗大ごみ受付収集システム", "申請管理", "国民健康保険 返還金の納付案内"))
    return Picture(title, f"r{seed}", parties, nodes, steps, versions, pick.choice(("", "注記")))


def _random_node(pick, place, parties, compared):
    kind = pick.choice(tuple(NODE_LABELS))
    party = parties[place] if place < len(parties) else pick.choice(parties)
    versions = pick.choice(((), (), BEFORE, AFTER)) if compared else ()
    label = pick.choice(NODE_LABELS[kind])
    return Node(f"n{place}", party.id, kind, label, pick.choice((None, "../x/")), versions)


def _random_step(pick, place, nodes, phase, compared):
    source = pick.choice(nodes)
    target = source if pick.random() < 0.08 else pick.choice(nodes)
    items = pick.choice((None, (), *[tuple(pick.sample(ITEMS, k=pick.randint(1, 6)))] * 5))
    carrier, medium = pick.choice(MEDIUMS)
    change = pick.choice((None, None, "added", "removed", "changed")) if compared else None
    versions = {"added": AFTER, "removed": BEFORE}.get(change, pick.choice(((), AFTER)))
    return Step(
        place + 1,
        source.id,
        target.id,
        pick.choice(ACTS),
        items,
        carrier,
        medium,
        pick.choice(("closed", "open", "other", "question", "hidden")),
        sensitive=bool(items) and pick.random() < 0.2,
        manual=pick.random() < 0.3,
        phase=phase,
        change=change,
        ends=pick.random() < 0.1,
        versions=versions if compared else (),
    )
