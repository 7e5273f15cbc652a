"""The overview (全体図): lanes one above the other, every node once, numbers at the source.

lanes      lines for the steps, the order of the lanes, the rows of nodes in a lane
ordering   crossing reduction: the order of every row, with passing items for lines
chart      rows that have room in the width (`sizes`), tried until few lines cross
across     from left to right: middles of items, ports on nodes; `straight` for long lines
heights    from top to bottom: rows, lanes, and the channels of the lines between two rows
lines      the shapes of lines; `drawing` adds lanes, nodes and the legend
"""
