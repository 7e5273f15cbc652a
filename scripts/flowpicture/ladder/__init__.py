"""The step ladder (手順図): a row per step, a column per node or, on phones, per party.

columns             who stands beside whom, and how wide
header, step_text   the shapes of the head, and of the words of a step
sheets              rows and their sheets, whatever the width; `forms` are the two widths
"""
