"""Overview (全体図): every node once in its lane, one line for all steps between two nodes."""
