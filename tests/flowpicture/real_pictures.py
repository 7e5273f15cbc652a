"""Four pictures modelled on real cases, written as tables."""

from random_pictures import PROTECTIONS, STORES, WORDS

from flowpicture import Node, Party, Picture, Step, Version

ZONE_LABELS = {
    "subject": "本人",
    "ward": "区",
    "contractor": "委託先",
    "subcontractor": "再委託先",
    "other": "他機関",
}
CHANGES = ("added", "removed", "changed")


def real_pictures():
    return (sodaigomi(), kokuho(), genkikan(), bop())


def sodaigomi():
    """粗大ごみ: paper slips give way to tablets; two versions in one picture."""
    return Picture(
        title="粗大ごみ受付収集システム",
        uid="sodaigomi",
        versions=(Version("before", "従来"), Version("after", "変更後")),
        parties=parties(
            """
            kumin subject 区民
            uketsuke contractor 受付業務受託者
            shushu contractor 収集業務受託者 ../../contractors/kyodo/
            ku ward 江戸川区 ../../wards/edogawa/
            shisetsu other 処理施設
            """
        ),
        nodes=nodes(
            """
            haishutsu kumin person 排出者 -
            center uketsuke office 粗大ごみ受付センター -
            system uketsuke server 粗大ごみ受付収集システム ../../systems/sodai/
            pc shushu terminal 事業所のPC端末 -
            tablet shushu tablet タブレット端末 - after
            slip shushu paper 収集連絡票 - before
            crew shushu person 収集担当者 -
            office ku office 清掃事務所 -
            plant shisetsu facility 処理施設 -
            """
        ),
        words=WORDS,
        steps=steps(
            """
            = 排出前
            1 haishutsu center | 粗大ごみの申込み | 氏名、住所、連絡先、排出場所、品目 | electronic 電話・Web question |
            2 center haishutsu | 受付番号と予約日の案内 | 受付番号、収集予定日、金額 | electronic 電話・Web question |
            3 center system | 受付票を登録 | 氏名、住所、連絡先、排出場所、品目、減免区分 | electronic 回線 other |
            4 system office | 受付状況の確認・減免承認 | 氏名、住所、減免区分、減免率 | electronic 回線 other | sensitive
            5 system pc | 受付票の確認・収集ルート作成 | 氏名、住所、連絡先、排出場所 | electronic 回線 other |
            6 pc slip | 収集連絡票を印刷（収集前日） | 氏名、住所、連絡先、品目 | paper 紙 hidden | removed before
            6 system tablet | タブレットに取り込み・持ち出し | 氏名、住所、連絡先、品目、減免区分 | electronic 無線 other | added after
            = 排出後
            7 haishutsu crew | 粗大ごみの収集 | なし | goods 現場 hidden |
            8 crew slip | 収集状況を手書きで記入 | 収集状況、処理券の有無 | paper 紙 hidden | manual removed before
            8 tablet system | 収集実績を現場から入力 | 収集状況、収集完了日、金額 | electronic 無線 other | added after
            9 crew plant | 粗大ごみの受入れ | なし | goods 現場 hidden |
            10 pc system | 収集実績をPC端末から入力（翌日） | 収集状況、収集完了日、金額 | electronic 回線 other | manual removed before
            10 pc system | 持込み分の受入実績を入力 | 受入日、受付番号、金額 | electronic 回線 other | manual after
            11 slip office | 収集連絡票を提出 | 氏名、住所、連絡先、収集状況 | paper 紙 hidden | manual removed before
            """
        ),
        note="資料の図から転記しました。",
    )


def kokuho():
    """国保: telephone guidance on paying back, with much that needs care."""
    return Picture(
        title="国民健康保険 不当利得返還金の納付案内",
        uid="kokuho",
        parties=parties(
            """
            kumin subject 区民
            itaku contractor 委託事業者（区役所本庁舎内）
            ku ward 江戸川区
            """
        ),
        nodes=nodes(
            """
            debtor kumin person 不当利得返還金の債務者 -
            call itaku office 納付案内センター -
            cabinet itaku paper 専用キャビネット -
            lan itaku terminal 全庁LAN端末（区が用意） -
            kokuho ku server 国保システム（iDC） ../../systems/kokuho/
            section ku office 医療保険課給付係 -
            folder ku db 委託専用フォルダ -
            viewer ku server 参照システム -
            """
        ),
        words=WORDS,
        steps=steps(
            """
            1 section debtor | 督促状・催告書を発送 | 氏名、住所、不当利得請求金額、納付期限 | paper 郵送 hidden |
            2 section folder | 架電対象者リストを置く | 氏名、電話番号、整理番号、請求金額 | electronic 全庁LAN question | manual
            3 folder lan | 対象者リストを参照 | 氏名、電話番号、整理番号、請求金額 | electronic 全庁LAN question |
            4 kokuho lan | 資格・不当利得情報を照会 | 被保険者証記号番号、資格取得喪失、診療年月、受診医療機関名称、点数 | electronic 全庁LAN question | sensitive
            5 viewer lan | 世帯情報を照会 | 世帯構成員の氏名、住所、生年月日、本籍、国籍 | electronic 全庁LAN question | sensitive
            6 call debtor | 電話で納付を案内 | 氏名、請求金額、納付期限 | voice 電話 hidden | manual
            7 debtor call | 納付の予定・事情を聞き取る | 納付予定日、相談内容 | voice 電話 hidden |
            8 lan kokuho | 経過記録を入力 | 日時、相手名、内容 | electronic 全庁LAN question | manual
            9 call cabinet | 紙の資料を施錠して保管 | 氏名、電話番号 | paper 紙 hidden | manual
            10 call section | 日次報告・個別相談の引継ぎ | 処理件数、相談内容 | paper 紙 hidden | manual
            """
        ),
        note="図は本文から再構成しました。",
    )


def genkikan():
    """元気館: a booking system on another body's cloud; what moves is often not stated."""
    return Picture(
        title="元気館貸室予約受付システム",
        uid="genkikan",
        parties=parties(
            """
            dantai subject 利用者
            kanri contractor 指定管理者
            zaidan other 新宿未来創造財団
            ku ward 新宿区
            """
        ),
        nodes=nodes(
            """
            user dantai person 登録団体・利用者 -
            desk kanri terminal 窓口端末 -
            pc kanri terminal 管理者用パソコン -
            system zaidan cloud 予約受付システム ../../systems/genkikan/
            dept ku office 健康づくり課 -
            """
        ),
        words=WORDS,
        steps=steps(
            """
            1 user desk | 団体の登録を申請 | 氏名、住所、電話番号、メールアドレス | paper 窓口 hidden |
            2 desk system | 登録情報を入力 | 氏名、住所、電話番号、メールアドレス | electronic インターネット closed | manual
            3 user system | 予約・抽選の申込み | 記載なし | electronic インターネット closed |
            4 system system | 抽選を行い結果を記録 | 記載なし | electronic - hidden |
            5 system pc | 利用者情報を管理 | 氏名、住所、電話番号、メールアドレス | electronic インターネット open |
            6 pc dept | 利用状況を報告 | なし | paper 書面 hidden |
            7 system dept | 契約終了時に消去を報告 | なし | paper 書面 hidden | ends
            """
        ),
    )


def bop():
    """新BOP: fifteen steps through an outside centre and a rented cloud."""
    return Picture(
        title="新BOP学童クラブ 利用手続き",
        uid="bop",
        parties=parties(
            """
            kumin subject 区民
            jimu contractor 受託者（事務センター）
            cloud subcontractor クラウド（サイボウズ）
            ku ward 世田谷区 ../../wards/setagaya/
            """
        ),
        nodes=nodes(
            """
            parent kumin person 保護者 -
            staff jimu office 事務センター従事者 -
            scan jimu paper 紙申請書・スキャン画像 -
            kintone cloud cloud 申請システム（kintone） ../../systems/kintone/
            jido ku office 児童課 -
            bop ku office 新BOP（各小学校） -
            jidokan ku office 児童館（25館） -
            gakudo ku server 学童クラブ管理システム -
            """
        ),
        words=WORDS,
        steps=steps(
            """
            = 申請
            1 parent kintone | オンライン申請（入会・延長・減免など8種） | 児童氏名、保護者氏名、住所、勤務状況、減免理由 | electronic インターネット question | sensitive
            2 parent bop | 紙で申請する人は窓口に提出 | 児童氏名、保護者氏名、住所、勤務状況 | paper 紙 hidden |
            3 bop scan | 紙申請書をセキュリティ便で運搬 | 申請書一式 | paper 紙 hidden | manual
            4 scan kintone | スキャン画像を取り込み内容を反映 | 申請書画像、申請内容 | electronic インターネット question | manual
            = 審査
            5 kintone staff | 一次審査・二次審査のため閲覧 | 申請内容、添付画像 | electronic IP制限 question |
            6 staff kintone | 審査結果・対応記録を入力 | 審査結果、対応記録 | electronic IP制限 question | manual
            7 staff parent | 不備の連絡（架電・メール・文書） | 保護者氏名、不備の内容 | paper 電話・郵送 hidden | manual
            8 parent staff | 追加書類の提出 | 勤務証明書など | paper 紙 hidden |
            = 決定
            9 kintone jido | 審査状況の確認（全件の閲覧・管理権限） | 申請内容、審査結果 | electronic IP制限 question |
            10 kintone gakudo | CSVを出力し登録・更新 | 児童氏名、住所、利用区分 | electronic CSV question | manual
            11 kintone jidokan | 管轄の新BOP分を閲覧 | 申請内容、審査結果 | electronic IP制限 question |
            12 kintone bop | 所属の新BOP分を閲覧 | 申請内容、審査結果 | electronic IP制限 question |
            13 staff jido | 封入した承認通知書を納品 | 保護者氏名、住所、承認結果 | paper セキュリティ便 hidden | manual
            14 jido parent | 決定通知書を発送 | 保護者氏名、住所、承認結果 | paper 郵送 hidden |
            = 終了
            15 staff jido | データを消去し消去証明書を提出 | なし | paper 書面 hidden | manual
            """
        ),
        note="図は本文から再構成しました。",
    )


def parties(table):
    """Rows: id, zone, label and, if there is one, the page."""
    rows = (line.split() for line in table.strip().splitlines())
    return tuple(
        Party(party_id, zone, ZONE_LABELS[zone], label, *href)
        for party_id, zone, label, *href in rows
    )


def nodes(table):
    """Rows: id, party, type, label, page or -, versions."""
    rows = (line.split() for line in table.strip().splitlines())
    return tuple(
        Node(
            node_id,
            party,
            type_,
            label,
            None if href == "-" else href,
            tuple(versions),
            type_ in STORES,
        )
        for node_id, party, type_, label, href, *versions in rows
    )


def steps(table):
    """Rows: number, from, to | act | items | carrier, medium, lock | flags; = opens a phase."""
    rows, phase = [], None
    for line in map(str.strip, table.strip().splitlines()):
        if line.startswith("="):
            phase = line.removeprefix("= ")
            continue
        rows.append(step(line, phase))
    return tuple(rows)


def step(line, phase):
    way, act, items, medium, flags = (part.strip() for part in line.split("|"))
    number, source, target = way.split()
    carrier, medium_label, lock = medium.split()
    marks = flags.split()
    return Step(
        int(number),
        source,
        target,
        act,
        {"記載なし": None, "なし": ()}.get(items, tuple(items.split("、"))),
        carrier,
        medium_label.removeprefix("-"),
        lock,
        PROTECTIONS[lock],
        sensitive="sensitive" in marks,
        manual="manual" in marks,
        phase=phase,
        change=next((mark for mark in marks if mark in CHANGES), None),
        ends="ends" in marks,
        versions=tuple(mark for mark in marks if mark in {"before", "after"}),
    )
