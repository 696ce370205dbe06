-- What a block leaves for the last step, which finds overlaps and gaps however large; written with its issues, emptied when the run ends.
alter table quality_block
  -- ax ay bx by … of edges that no neighbour runs along, metres, as little-endian doubles
  add column pieces bytea,
  -- WKB of areas whose rings conflict
  add column tangled bytea[];
