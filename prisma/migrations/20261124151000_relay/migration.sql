-- A citizen and an officer talk through the assistant, each in their own messenger. ---------------------------------

create table relay (
  id                      bigint generated always as identity primary key,
  citizen_conversation_id bigint not null references conversation (id),
  asked_at                timestamptz not null,
  -- Whom it was offered to, the last one last, and since when that one has it.
  offered_to              text[] default '{}' check (offered_to is not null),
  offered_at              timestamptz not null,
  officer                 text,
  officer_conversation_id bigint references conversation (id),
  taken_at                timestamptz,
  -- When either last said something.
  last_at                 timestamptz not null,
  ended_at                timestamptz,
  ended_why               text check (ended_why in ('citizen', 'officer', 'idle', 'nobody')),
  check ((officer is null) = (taken_at is null) and (officer_conversation_id is null) = (taken_at is null)),
  check ((ended_at is null) = (ended_why is null))
);

create unique index relay_open on relay (citizen_conversation_id) where ended_at is null;
create index relay_running on relay (last_at) where ended_at is null;
