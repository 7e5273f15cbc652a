"""Random pictures by seed: 4-14 nodes, 4-20 steps, 3-5 parties."""

import random

from flowpicture import Node, Party, Picture, Step, Version, Words

STORES = {"server", "db", "cloud", "terminal", "tablet", "paper", "media"}
PROTECTIONS = {
    "closed": "暗号化あり",
    "open": "保護しない",
    "other": "ほかの保護あり",
    "question": "保護の記載なし",
    "hidden": "対象外",
}
WORDS = Words(
    carriers=(
        ("electronic", "電子で移動"),
        ("paper", "紙で移動"),
        ("voice", "電話・窓口"),
        ("goods", "物・現場で移動"),
        ("unstated", "手段の記載なし"),
    ),
    changes=(("added", "追加"), ("removed", "廃止"), ("changed", "変更")),
    care="◆慎重に扱う項目",
    unknown="項目の記載なし",
    nothing="個人情報の移動なし",
    manual="手作業",
    inside="区",
)
BEFORE, AFTER = ("before",), ("after",)
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
    ("unstated", "手段記載なし"),
    ("electronic", ""),
)
PHASES = (None, "申請", "審査", "決定・通知")


def random_picture(seed):
    """Return a picture in which any mark may turn up; the same for the same seed."""
    pick = random.Random(seed)  # noqa: S311 (no secret)
    zones = [ZONES[0], ZONES[2], *pick.choices(ZONES[1:], k=pick.randint(1, 3))]
    parties = tuple(
        Party(f"p{index}", zone, label, pick.choice(PARTY_LABELS[zone]), pick.choice((None, "../")))
        for index, (zone, label) in enumerate(zones)
    )
    node_count = pick.randint(max(4, len(parties)), 14)
    compared = seed % 3 == 0
    nodes = tuple(_random_node(pick, index, parties, compared) for index in range(node_count))
    phases = sorted(pick.choices(range(len(PHASES)), k=20))
    steps = tuple(
        _random_step(pick, index, nodes, PHASES[phases[index]], compared)
        for index in range(pick.randint(4, 20))
    )
    versions = (Version("before", "従来"), Version("after", "変更後")) if compared else ()
    title = pick.choice(("粗大ごみ受付収集システム", "申請管理", "国民健康保険 返還金の納付案内"))
    note = pick.choice(("", "注記"))
    return Picture(title, f"r{seed}", parties, nodes, steps, WORDS, versions, note)


def _random_node(pick, index, parties, compared):
    type_ = pick.choice(tuple(NODE_LABELS))
    party = parties[index] if index < len(parties) else pick.choice(parties)
    versions = pick.choice(((), (), BEFORE, AFTER)) if compared else ()
    label = pick.choice(NODE_LABELS[type_])
    href = pick.choice((None, "../x/"))
    return Node(f"n{index}", party.id, type_, label, href, versions, type_ in STORES)


def _random_step(pick, index, nodes, phase, compared):
    source = pick.choice(nodes)
    target = source if pick.random() < 0.08 else pick.choice(nodes)
    items = pick.choice((None, (), *[tuple(pick.sample(ITEMS, k=pick.randint(1, 6)))] * 5))
    carrier, medium = pick.choice(MEDIUMS)
    change = pick.choice((None, None, "added", "removed", "changed")) if compared else None
    versions = {"added": AFTER, "removed": BEFORE}.get(change, pick.choice(((), AFTER)))
    return Step(
        index + 1,
        source.id,
        target.id,
        pick.choice(ACTS),
        items,
        carrier,
        medium,
        lock := pick.choice(tuple(PROTECTIONS)),
        PROTECTIONS[lock],
        sensitive=bool(items) and pick.random() < 0.2,
        manual=pick.random() < 0.3,
        phase=phase,
        change=change,
        ends=pick.random() < 0.1,
        versions=versions if compared else (),
    )
