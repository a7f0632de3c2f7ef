-- Delivery ----------------------------------------------------------------------------------------

alter table outbox
  -- 0 an answer, 1 a notice, 2 one of very many. What is not said to be an answer is a notice, and matters.
  add column priority     smallint not null default 1 check (priority between 0 and 2),
  add column is_important boolean not null default true,
  add column expires_at   timestamptz,
  -- The first message of a row of them, of which each was tried elsewhere after the one before could not be delivered.
  add column stands_in_for bigint references outbox (id),
  -- When a person has told it, or let it be.
  add column cleared_at timestamptz,
  drop constraint outbox_status_check,
  add constraint outbox_status_check
    check (status in ('pending', 'sending', 'sent', 'undeliverable', 'expired'));

update outbox set priority = 0, is_important = false where inbound_id is not null;

drop index outbox_waiting;
create index outbox_waiting on outbox (priority, due_at) where status in ('pending', 'sending');
create index outbox_waiting_conversation on outbox (conversation_id, id) where status in ('pending', 'sending');
create index outbox_undeliverable on outbox (id) where status = 'undeliverable' and cleared_at is null;
create index outbox_stands_in on outbox (stands_in_for) where stands_in_for is not null;

-- One person on several channels. A conversation that was never joined to another has none.
create table person (
  id         bigint generated always as identity primary key,
  created_at timestamptz not null
);

alter table conversation
  add column person_id          bigint references person (id),
  -- Since when its channel says that nobody is there; forgotten at the next word from them.
  add column unreachable_since  timestamptz,
  add column unreachable_reason text;

create index conversation_person on conversation (person_id) where person_id is not null;

-- A code told in one conversation, to be entered in another of the same person. Only its digest is kept.
create table joining_code (
  code_digest     text primary key,
  conversation_id bigint not null references conversation (id),
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz
);

create index joining_code_conversation on joining_code (conversation_id);

-- When the next call may go out, to a whole channel ('telegram') or to one chat of it ('telegram:7'). Losing it costs
-- a moment's haste, so it is not written ahead.
create unlogged table delivery_pace (
  scope   text primary key,
  next_at timestamptz not null
);

-- As many as a platform takes calls in its stretch of time. One is free again that long after its call was answered, or
-- after its lease when the worker died.
create table delivery_slot (
  channel text not null,
  place   integer not null,
  free_at timestamptz not null,
  primary key (channel, place)
);
