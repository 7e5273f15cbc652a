from senrei.source.problem import Problem, Severity

PROBLEM = Problem("records/a,b.yml", 3, 8, "schema", "100% の\n誤り", Severity.WARNING)


def test_text_names_place_rule_and_message():
    assert PROBLEM.as_text() == "records/a,b.yml:3:8: warning[schema] 100% の 誤り"


def test_annotation_escapes_what_the_format_needs():
    assert PROBLEM.as_github() == (
        "::warning file=records/a%2Cb.yml,line=3,col=8,title=schema::100%25 の%0A誤り"
    )


def test_json_holds_every_member():
    assert PROBLEM.as_json() == {
        "path": "records/a,b.yml",
        "line": 3,
        "column": 8,
        "severity": "warning",
        "rule": "schema",
        "message": "100% の\n誤り",
    }
