from senrei.source.yaml_text import MOST_BYTES, Location, parse_yaml


def problems_of(text: str | bytes) -> list[str]:
    raw = text.encode() if isinstance(text, str) else text
    _, problems = parse_yaml(raw, "x.yml")
    return [problem.as_text() for problem in problems]


def test_plain_data_is_read_with_the_place_of_every_value():
    document, problems = parse_yaml(b"a: x\nb:\n  - 1\n  - c: true\n", "x.yml")
    assert problems == ()
    assert document.data == {"a": "x", "b": [1, {"c": True}]}
    assert document.location_of(("b", 1, "c")) == Location(4, 8)
    assert document.location_of_key(("b", 1, "c")) == Location(4, 5)
    assert document.location_of(("b", 1, "nothing")) == Location(4, 5)
    assert document.location_of_key(("nothing",)) == Location(1, 1)


def test_quoted_values_stay_text():
    document, problems = parse_yaml(b'a: "no"\nb: \'2022-07-13\'\nc: "12"\nd: 012x\n', "x.yml")
    assert problems == ()
    assert document.data == {"a": "no", "b": "2022-07-13", "c": "12", "d": "012x"}


def test_duplicate_key_is_reported_where_it_stands_and_the_first_is_kept():
    document, problems = parse_yaml(b"a: x\nb: y\na: z\n", "x.yml")
    assert document.data == {"a": "x", "b": "y"}
    assert [problem.as_text() for problem in problems] == [
        "x.yml:3:1: error[duplicate-key] 「a」が二度書かれています（一度目は 1 行目）。"
        "どちらか一つを残して、もう一つを消してください。"
    ]


def test_words_that_yaml_would_turn_into_something_else_are_refused_with_the_cure():
    assert problems_of("a: no\nb: 2022-07-13\nc: 1.5\nd: 0x1F\ne: Yes\n") == [
        "x.yml:1:4: error[implicit-value] 「no」は YAML では真偽（はい・いいえ）として読まれます。"
        '真偽を書く項目なら true か false、文字として書くには "no" のように引用符で囲んでください。',
        "x.yml:2:4: error[implicit-value] 「2022-07-13」は YAML では日付として読まれます。"
        '文字として書くには "2022-07-13" のように引用符で囲んでください。',
        "x.yml:3:4: error[implicit-value] 「1.5」は YAML では小数として読まれます。"
        "数を書く項目には小数点のない数を書きます。"
        '文字として書くには "1.5" のように引用符で囲んでください。',
        "x.yml:4:4: error[implicit-value] 「0x1F」は YAML では数として読まれます。"
        "数を書く項目には半角の 0～9 だけを書きます。"
        '文字として書くには "0x1F" のように引用符で囲んでください。',
        "x.yml:5:4: error[implicit-value] 「Yes」は YAML では真偽（はい・いいえ）として読まれます。"
        '真偽を書く項目なら true か false、文字として書くには "Yes" のように引用符で囲んでください。',
    ]


def test_empty_value_is_refused():
    message = (
        "「:」の後に値を書くか、下の行に並べるなら空白二つ深く字下げしてください。"
        "資料に記載がなければ unstated と書き、必須でない項目なら行ごと消せます。"
    )
    assert problems_of("a:\nb: ~\n") == [
        f"x.yml:1:3: error[implicit-value] 値が空です。{message}",
        f"x.yml:2:4: error[implicit-value] 「~」は YAML では空の値として読まれます。{message}",
    ]


def test_keys_that_are_not_text_are_refused():
    assert problems_of("no: x\n1: y\n") == [
        "x.yml:1:1: error[key] 項目名「no」は YAML では文字として読まれません。"
        "英語の項目名に直すか、引用符で囲んでください。",
        "x.yml:2:1: error[key] 項目名「1」は YAML では文字として読まれません。"
        "英語の項目名に直すか、引用符で囲んでください。",
    ]
    assert problems_of("? [a]\n: b\n") == [
        "x.yml:1:3: error[key] 項目名には文字だけを書けます。一覧や入れ子は使えません。"
        "「項目: 値」の形に直し、記号で始まる値は引用符で囲んでください。"
    ]


def test_anchors_aliases_and_tags_are_refused():
    assert problems_of("a: &x 1\nb: *x\nc: !!str 1\n") == [
        "x.yml:1:4: error[alias] アンカー「&x」は使えません。取り除いて、同じ内容でもそのまま"
        "書いてください。「&」で始まる文字なら引用符で囲みます。",
        "x.yml:2:4: error[alias] エイリアス「*x」は使えません。参照先の内容をそのまま書くか、"
        "「*」で始まる文字なら引用符で囲んでください。",
        "x.yml:3:4: error[tag] タグ「tag:yaml.org,2002:str」は使えません。取り除いてください。"
        "「!」で始まる文字なら引用符で囲みます。",
    ]


def test_alias_bomb_ends_at_its_first_alias():
    lines = ["a0: &a0 [x]"] + [
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)
    ]
    assert all("error[alias]" in problem for problem in problems_of("\n".join(lines)))


def test_alias_as_a_key_ends_the_reading():
    assert problems_of("a: &x b\n*x : c\n")[-1].startswith("x.yml:2:1: error[alias]")


def test_depth_and_size_are_bounded():
    assert problems_of("[" * 100_000) == [
        "x.yml:1:41: error[depth] 入れ子が深すぎます。40 段までにしてください。"
    ]
    assert problems_of(b"a" * (MOST_BYTES + 1)) == [
        "x.yml:1:1: error[size] ファイルが大きすぎます（2,000 KB）。2,000 KB までにし、"
        "案件一つにつき一つのファイルに分けてください。"
    ]
    assert problems_of("- x\n" * 50_001) == [
        "x.yml:50000:3: error[size] 値が多すぎます。一つのファイルに 50,000 個までにしてください。"
    ]


def test_text_in_another_encoding_is_named():
    assert problems_of("a: x\nb: 区\n".encode("shift_jis")) == [
        "x.yml:2:1: error[encoding] 文字コードが UTF-8 ではありません（Shift_JIS のようです）。"
        "編集ソフトの「名前を付けて保存」で文字コードに UTF-8 を選び、保存し直してください。"
    ]


def test_byte_order_mark_and_windows_line_ends_are_taken_with_a_warning():
    document, problems = parse_yaml("\ufeffa: x\r\nb: y\r\n".encode(), "x.yml")
    assert [(problem.rule, problem.severity) for problem in problems] == [
        ("bom", "warning"),
        ("line-ending", "warning"),
    ]
    assert document.data == {"a": "x", "b": "y"}


def test_empty_file_and_second_document_are_refused():
    assert problems_of("# only a comment\n") == [
        "x.yml:1:1: error[empty] ファイルが空です。記録を書くか、要らないファイルなら"
        "消してください。一行目は「id: 識別子」の形です。"
    ]
    assert problems_of("a: b\n---\nc: d\n") == [
        "x.yml:2:1: error[documents] 一つのファイルに記録は一つです。"
        "「---」の行を消すか、それより後を別のファイルに分けてください。"
    ]


def test_syntax_errors_are_said_in_japanese_where_a_person_would_look():
    assert problems_of("a:\n\tb: 1\n") == [
        "x.yml:2:1: error[tab] タブ文字は使えません。タブを消し、"
        "字下げは半角の空白 2 文字ずつにしてください。"
    ]
    assert problems_of("a: x\nb: 'y\nc: z\n") == [
        "x.yml:2:4: error[quote] 引用符 ' が閉じていません。この値の終わりに ' を補ってください。"
    ]
    assert problems_of("a: b: c\n") == [
        "x.yml:1:4: error[colon] 値の中に「: 」があります。"
        '値の全体を "b: c" のように引用符で囲んでください。'
    ]
    assert problems_of("a: @x\n") == [
        "x.yml:1:4: error[symbol] 値を「@」で始めることはできません。"
        '文字なら "@x" のように引用符で囲んでください。'
    ]
    assert problems_of("a: x\x00\n") == [
        "x.yml:1:5: error[hidden-character] 「x」の後に目に見えない文字 U+0000（制御文字）が"
        "あります。取り除いてください。"
    ]
    assert problems_of("a: [1, {b: 2]\n")[0].startswith("x.yml:1:")


def test_faults_before_a_syntax_error_are_kept():
    assert [line.split("]")[0] for line in problems_of("a: no\nb: 'x\n")] == [
        "x.yml:1:4: error[implicit-value",
        "x.yml:2:4: error[quote",
    ]
