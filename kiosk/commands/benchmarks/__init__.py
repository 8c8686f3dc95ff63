"""One file for each benchmark: every figure beside a baseline measured in turns in the same run."""
