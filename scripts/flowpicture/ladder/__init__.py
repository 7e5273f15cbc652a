"""The step ladder (手順図): a row per step, a column per node (`wide`) or per party (`phone`).

column_order, column_widths   who stands beside whom, and how wide
header, step_text, parts      the shapes of heads, of the words of a step, of everything else
sheets                        what both forms share, and the cut of a long ladder
"""
