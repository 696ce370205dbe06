-- 磁偏角 a photo's azimuth was turned by, degrees, east positive: the azimuth is from true north. Null: from magnetic north, as phones
-- before 27 November 2026 told it.
alter table field_photo add column declination double precision;
