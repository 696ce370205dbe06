-- real_at: when a photo was taken by the server's clock, where the phone's was measured against it; taken_at stays what the phone (and
-- EXIF) says. clock: {offset, within, how, measuredAt}, milliseconds (rules/photo/real-time.ts). Null: nobody has measured.
alter table field_photo add column real_at timestamptz;
alter table field_photo add column clock jsonb;
