-- What officers have at hand beside a case. -------------------------------------------------------------------------

-- Texts to begin an answer with. A changed text is a new version of the same line; the old one keeps its days.
create table reply_template (
  id         bigint generated always as identity primary key,
  line       uuid not null,
  outcome    text not null check (outcome in ('answer', 'refuse', 'forward', 'ask-citizen')),
  field_id   integer references field (id),
  name       text not null check (name <> ''),
  text       text not null check (text <> ''),
  written_at timestamptz not null,
  written_by text not null,
  ended_at   timestamptz,
  ended_by   text
);

create unique index reply_template_in_force on reply_template (line) where ended_at is null;

-- Looks at the queue that somebody keeps under a name.
create table queue_view (
  id         bigint generated always as identity primary key,
  staff_id   integer not null references staff_member (id),
  name       text not null check (name <> ''),
  query      text not null,
  created_at timestamptz not null,
  unique (staff_id, name)
);

-- Who has a case open; worth nothing after a minute, so nothing of it is written to the log.
create unlogged table case_presence (
  feedback_id bigint not null references feedback (id) on delete cascade,
  staff_id    integer not null references staff_member (id) on delete cascade,
  seen_at     timestamptz not null,
  primary key (feedback_id, staff_id)
);
