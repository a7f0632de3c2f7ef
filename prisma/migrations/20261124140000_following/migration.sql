-- Who wants to hear of a dossier. What a conversation follows, everyone it was joined to follows. -----

create table dossier_follow (
  dossier_id      bigint not null references dossier (id),
  conversation_id bigint not null references conversation (id),
  -- What had happened when it began is no news.
  after_event_id  bigint not null,
  followed_at     timestamptz not null,
  primary key (dossier_id, conversation_id)
);

create index dossier_follow_conversation on dossier_follow (conversation_id);

-- Of which kinds of news a person wants to hear nothing.
create table follow_opt_out (
  conversation_id bigint not null references conversation (id),
  kind            text not null check (kind in ('moves', 'asked', 'due', 'late', 'ready')),
  primary key (conversation_id, kind)
);

-- How far the followers were told: one row, which whoever tells them holds. Imports run one at a time, so that
-- the events are committed in the order of their ids.
create table following_progress (
  id       boolean primary key default true check (id),
  event_id bigint not null,
  told_at  timestamptz
);

insert into following_progress (event_id) select coalesce(max(id), 0) from dossier_event;

create index dossier_apology_given on dossier_apology (given_at);
create index dossier_apology_due on dossier_apology (new_due_on);
