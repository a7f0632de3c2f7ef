-- One message to very many people. -----------------------------------------------------------------

create table broadcast (
  id         integer generated always as identity primary key,
  audience   jsonb not null,
  text       text not null,
  -- Finished: all that could be sent was.
  status     text not null default 'running' check (status in ('running', 'paused', 'cancelled', 'finished')),
  created_at timestamptz not null,
  expires_at timestamptz
);

create index broadcast_unfinished on broadcast (id) where status <> 'finished';

-- Whom it is for, fixed when it begins: one row a person, so that nobody gets it twice.
create table broadcast_recipient (
  broadcast_id    integer not null references broadcast (id),
  person          text not null,
  -- A member of staff wherever they can be reached; or a person by one of their conversations.
  username        text,
  conversation_id bigint references conversation (id),
  status          text not null default 'waiting'
                  check (status in ('waiting', 'written', 'unreachable', 'cancelled', 'expired')),
  -- The message that tells them; none again when it was taken back before it was sent.
  outbox_id       bigint references outbox (id),
  primary key (broadcast_id, person),
  check ((username is null) <> (conversation_id is null)),
  check ((status = 'written') = (outbox_id is not null))
);

create index broadcast_recipient_waiting on broadcast_recipient (broadcast_id, person) where status = 'waiting';
create unique index broadcast_recipient_outbox on broadcast_recipient (outbox_id) where outbox_id is not null;
