-- How a person signs, drawn by them and kept with their consent that it is put under what they decide. A new drawing is a new
-- row; opinions keep the one they were signed with.
create table signature (
  id uuid primary key,
  person uuid not null references person (id),
  -- SVG path data, moves and lines only, in a box of width × height
  path text not null,
  width int not null,
  height int not null,
  consented_at timestamptz not null,
  -- consent taken back, or another drawn: not used any more
  ended_at timestamptz
);
create unique index signature_current on signature (person) where ended_at is null;

alter table opinion add column signature uuid references signature (id);
