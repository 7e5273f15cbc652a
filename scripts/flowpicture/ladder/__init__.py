"""Step ladder (手順図): a row per step, a column per node or per party."""
