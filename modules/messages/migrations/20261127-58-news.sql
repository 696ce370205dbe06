-- 内部新闻, written in the office and read on desk and phone. Empty lists of organisations and areas mean everybody.
create table news (
  id uuid primary key,
  title text not null,
  body text not null,
  organisations uuid[] not null,
  areas text[] not null,
  written_by uuid not null references person (id),
  saved_at timestamptz not null,
  published_at timestamptz,
  withdrawn_at timestamptz
);
create index news_published on news (published_at desc) where published_at is not null;

-- 我的反馈, and what an administrator answered.
create table feedback (
  id uuid primary key,
  person uuid not null references person (id),
  kind text not null check (kind in ('fault', 'wish', 'question', 'other')),
  body text not null,
  -- of a picture
  digest text,
  media_type text,
  client text,
  at timestamptz not null,
  reply text,
  replied_at timestamptz,
  replied_by uuid references person (id)
);
create index feedback_person on feedback (person, at desc);
create index feedback_open on feedback (at) where replied_at is null;
