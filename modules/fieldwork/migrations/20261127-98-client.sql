-- When the receiver measured where a photo was taken: several may be taken with one measurement, and an old one is a sign.
alter table field_photo add column position_at timestamptz;
-- Whether the same photo was brought for another case.
create index field_photo_digest on field_photo (digest);
