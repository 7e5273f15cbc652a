"""What leads to a person is noticed; offices, organisations, places and laws are not."""

import pytest

from senrei.model.privacy import Privacy, is_my_number

PRIVACY = Privacy(frozenset({"山田太郎商店", "株式会社花事務"}))

PERSONS = """
山田太郎
山田 太郎
山田　太郎
佐藤花子さん
田中一郎氏
鈴木様
高橋殿
中村課長
小林部長
区長 斎藤健一
江戸川区長 山本一郎
代表取締役 青野慶久
代表取締役社長 佐々木誠
委員　大野裕之
委員長 五十嵐 忍
会長：井上隆
担当：山田
担当 田中
担当者：鈴木花子
氏名：加藤
連絡先 渡辺（内線1234）
教授 伊藤 真
早稲田大学教授 小川浩
弁護士 石井 透
総務課長 岡田
福祉課 係長 木村
主査 近藤美咲
医師 藤田
園長 青木さん
校長 福田先生
山崎校長
前田先生
後藤弁護士
西村委員
三浦議員
ヤマダ タロウ
ヤマダタロウ
サトウハナコ様
タナカさん
やまだ たろう
やまだたろうさん
Yamada Taro
YAMADA Taro
Taro Yamada
T. Yamada
Mr. Tanaka
Tanaka-san
山田太郎（30歳）
作成者 松本
記入者：木下
責任者 阿部
保護管理責任者 斉藤
受託者代表 林 恵
（株）甲 代表取締役 久保田 進
理事長　内藤　剛
館長 小島
原課長補佐
東教授
橋本主任
澤田係長
齋藤保健師
民生委員 大塚
児童 A子（本名 上田美和）
保護者 永井様
松尾氏の意見
武田・野村両委員
宮本委員長
担当:石原
議長 金子 恵美
監査役 須藤敏夫
副区長 新村義彦
事務局（担当：柴田）
説明者：経営企画課 柴田
発言者 平野
TEL担当 樋口
渡邊　様
髙橋　健太
神田 太一
南 由美子
柳 太郎さん
""".strip().split("\n")

INNOCENT = """
山田電機株式会社
田中貴金属工業株式会社
株式会社高橋書店
鈴木商店
三井住友銀行
山口県
福島県
千葉県
石川県
宮崎県
長崎市
川崎市
中野区
渋谷区
千代田区
江東区
大田区
上野駅
神田川
中央区
東京都
品川区役所
松本市
小山市
福山市
高松市
富士通株式会社
日立製作所
本田技研工業
豊田市
石狩市
平野部
森林環境税
林野庁
関係課
原則として
原本
原課
南部事務所
東部地区
西部
北部福祉事務所
堀と柵
辻
柳の木
谷間
島しょ部
個人情報保護課長
総務部長
福祉課長補佐
課長級以上
区長が定める
区長の職務代理者
委員会
委員会の意見
審査会会長
代表取締役
代表者印
代表者氏名
担当課
担当者
担当係
担当部署：総務課
担当：総務課
連絡先：総務課
氏名、住所、生年月日
氏名・住所
氏名（フリガナ）
氏名カナ
お客様
保護者様
皆様
利用者様
各位殿
区長殿
様式第1号
同様
仕様書
多様な
王様
神様
奥様
殿堂
学校長
校長先生
担任の先生
保護者さん
お子さん
赤ちゃん
住民基本台帳法
個人情報の保護に関する法律
行政手続における特定の個人を識別するための番号の利用等に関する法律
地方自治法第244条の2第3項
子ども・子育て支援法
児童福祉法
国民健康保険法
障害者の日常生活及び社会生活を総合的に支援するための法律
セキュリティワイヤー
プライバシーマーク
ファイアウォール
タナカ電子
マイナンバーカード
アクセスログ
サーバ
クラウド
データセンター
Windows Server
Microsoft Teams
Google Workspace
Amazon Web Services
Yahoo Japan
NTT Data
Mac mini
Taro Works
Toshiba TEC
Oracle Database
Hitachi Systems
Yamato Transport
Suzuki Method
主任技術者
主任介護支援専門員
主査級
理事会
教授会
弁護士会
議員控室
医師会
保健師の訪問
民生委員・児童委員
責任者の氏名
実施責任者
管理責任者は課長とします
作業責任者の届出
委員長及び副委員長
区長部局
知事部局
館長会議
園長会
所長が認めた者
健康部長
文化共育部長
生活振興環境協議会
東清掃事務所
西新宿
南元町
北新宿
早稲田
新宿区立元気館
小松川
葛西
三田線
林間学校
森下駅
原町
岩本町
小川町
上原小学校
高田馬場
戸山
落合第一特別出張所
池袋本町
秋葉原
松江区民館
平井
小岩
清水谷公園
和田掘
下高井戸
永田町
古川親水公園
石神井
丸山台
横山町
田町ビル
平田船
高木の剪定
中川の護岸
荒川区
大塚商会
伊藤忠テクノソリューションズ
内田洋行
日本ユニシス
福井コンピュータ
三菱総合研究所
トーテックアメニティ
サトー
ヤマト運輸
スズキ
ホンダ
トヨタ
カワサキ
ミズノ
リコージャパン
キヤノン
松村組
前田建設
清水建設
大林組
竹中工務店
渡辺パイプ
中村屋
木村屋
大橋ジャンクション
斎藤茂吉記念館
渋沢栄一
正しい宛先
進行管理
実施責任
豊かな
清掃
強化する
努力義務
保守
学校
昇降口
元の状態
明記する
力を入れる
優先
武器
""".strip().split("\n")


def rules_of(text):
    return {trace.rule for trace in PRIVACY.traces(text)}


@pytest.mark.parametrize("text", PERSONS)
def test_a_person_is_noticed(text):
    assert "person-name" in rules_of(text)
    assert PRIVACY.may_have_traces(["unstated", "前の文です。", text, "次の文です。"])


@pytest.mark.parametrize("text", INNOCENT)
def test_what_names_nobody_is_left_alone(text):
    assert rules_of(text) == set()


def test_what_names_nobody_is_left_alone_side_by_side_too():
    assert not PRIVACY.may_have_traces(INNOCENT)
    assert not PRIVACY.may_have_traces(reversed(INNOCENT))


def test_names_of_organisations_are_allowed():
    assert rules_of("山田太郎商店に委託します。") == set()
    assert rules_of("山田太郎に委託します。") == {"person-name"}


NUMBERS = {
    "03-1234-5678": "phone-number",
    "０３（１２３４）５６７８": "phone-number",
    "03ー1234ー5678": "phone-number",
    "090 1234 5678": "phone-number",
    "09012345678": "phone-number",
    "+81-3-1234-5678": "phone-number",
    "電話 5662-0038": "phone-number",
    "内線 2345": "phone-number",
    "FAX：03-1234-5678": "phone-number",
    "taro@example.jp": "mail-address",
    "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ": "mail-address",
    "taro[at]example.jp": "mail-address",
    "taro【アット】example.jp": "mail-address",
    "123456789018": "my-number",
    "1234 5678 9018": "my-number",
    "1234-5678-9018": "my-number",
    "１２３４５６７８９０１８": "my-number",
    "１２３４－５６７８－９０１８": "my-number",
    "■■■": "blacked-out",
    "●●様": "blacked-out",
    "＊＊＊": "blacked-out",
    "***": "blacked-out",
    "××課": "blacked-out",
    "○○氏": "blacked-out",
}


@pytest.mark.parametrize(("text", "rule"), NUMBERS.items())
def test_numbers_addresses_and_hidden_parts_are_noticed(text, rule):
    assert rule in rules_of(text)
    (trace,) = [trace for trace in PRIVACY.traces(text) if trace.rule == rule]
    assert "役職で書いてください" in trace.message


@pytest.mark.parametrize(
    "text",
    [
        "123456789012",  # the check digit is wrong
        "2022-07-13",
        "令和4年7月13日",
        "1,000件から2,000件",
        "4 さ総 第 12 号",
        "21 健医送第 4711 号",
        "ISO/IEC 27001:2013",
        "JIS Q 15001",
        "第129条第1項第2号",
        "TLS 1.2",
        "192.168.0.1",
        "2021年度-2022年度",
        "9:00-17:00",
        "○ 対策をしている",
        "5 * 3",
        "**強調**",
    ],
)
def test_other_numbers_and_marks_are_left_alone(text):
    assert rules_of(text) == set()


def test_check_digit_of_an_individual_number():
    assert [digit for digit in range(10) if is_my_number(f"12345678901{digit}")] == [8]
    assert is_my_number("000000000000")
