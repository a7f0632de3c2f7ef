-- What people send beside text, kept as sent. -----------------------------------------------------

create table attachment (
  id              bigint generated always as identity primary key,
  conversation_id bigint references conversation (id),
  -- The message that carried it; an upload has none until its message is taken in.
  inbound_id      bigint references inbound_message (id),
  kind            text not null check (kind in ('photo', 'file', 'voice', 'video')),
  ref             text not null check (ref ~ '^[a-z]+:.'),
  name            text,
  media_type      text,
  size_bytes      bigint check (size_bytes >= 0),
  sha256          text check (sha256 ~ '^[0-9a-f]{64}$'),
  content         bytea,
  created_at      timestamptz not null,
  -- When the bytes were in our hands.
  fetched_at      timestamptz,
  -- When they are to be fetched next; nothing is to be done once they are here, or given up.
  due_at          timestamptz,
  attempts        integer not null default 0,
  -- Why the bytes will never be here.
  failure         text,
  check ((content is null) = (sha256 is null) and (content is null) = (fetched_at is null)),
  check (num_nonnulls(content, due_at, failure) = 1)
);

create index attachment_due on attachment (due_at) where due_at is not null;
create index attachment_conversation on attachment (conversation_id, created_at);
create index attachment_inbound on attachment (inbound_id);
-- Uploads that wait for their message.
create index attachment_stray on attachment (created_at) where inbound_id is null;
