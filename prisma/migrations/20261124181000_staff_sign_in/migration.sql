-- Staff sign in on the pages by a link that the assistant gives them. ------------------------------------------------

-- Only digests are kept: who reads the database cannot sign in by it.
create table sign_in_link (
  token_digest text primary key,
  staff_id     integer not null references staff_member (id),
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz
);

create index sign_in_link_staff on sign_in_link (staff_id) where used_at is null;

create table staff_session (
  id           bigint generated always as identity primary key,
  token_digest text not null unique,
  staff_id     integer not null references staff_member (id),
  -- What the browser called itself, for telling one's sessions apart.
  browser      text not null,
  created_at   timestamptz not null,
  seen_at      timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz
);

create index staff_session_open on staff_session (staff_id) where ended_at is null;

alter table staff_event drop constraint staff_event_kind_check;
alter table staff_event add constraint staff_event_kind_check check (kind in
  ('invited', 'linked', 'unlinked', 'revoked', 'away', 'back', 'left', 'on-duty', 'snoozed', 'apologised',
   'signed-in', 'signed-out'));
