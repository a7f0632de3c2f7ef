-- Feedback being written --------------------------------------------------------------------------

-- What somebody has answered so far. Once sent, only what it became is left, so that a second tap on "Gửi" finds it.
create table unsent_feedback (
  id              bigint generated always as identity primary key,
  conversation_id bigint not null references conversation (id),
  answers         jsonb not null,
  started_at      timestamptz not null,
  updated_at      timestamptz not null,
  feedback_id     bigint references feedback (id)
);

-- One at a time.
create unique index unsent_feedback_current on unsent_feedback (conversation_id) where feedback_id is null;
create index unsent_feedback_stale on unsent_feedback (updated_at) where feedback_id is null;

-- Append-only: that somebody was told where a denunciation, a complaint, a state secret or an emergency belongs.
create table guidance (
  id              bigint generated always as identity primary key,
  person          text not null,
  conversation_id bigint not null references conversation (id),
  kind            text not null check (kind in ('denunciation', 'complaint', 'state-secret', 'emergency')),
  said_at         timestamptz not null
);

create index guidance_said on guidance (said_at);

create trigger guidance_append_only before update or delete on guidance
  for each row execute function refuse_change();
