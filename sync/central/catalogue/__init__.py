"""What the shops sell: loaded, validated, published as numbered versions."""
