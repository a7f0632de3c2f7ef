-- People have what is kept of them erased; what the law obliges to keep stays without their name. ------------------

create table erasure_request (
  id              bigint generated always as identity primary key,
  -- One of the person's conversations; the others are found by it. What it was called is not kept once erased.
  conversation_id bigint not null references conversation (id),
  asked_at        timestamptz not null,
  -- Until then they may change their mind.
  erases_at       timestamptz not null check (erases_at >= asked_at),
  withdrawn_at    timestamptz,
  erased_at       timestamptz,
  -- How much was erased, by kind: the tombstone.
  erased          jsonb,
  check (num_nonnulls(withdrawn_at, erased_at) <= 1),
  check ((erased_at is null) = (erased is null))
);

create unique index erasure_request_open on erasure_request (conversation_id)
  where withdrawn_at is null and erased_at is null;
create index erasure_request_due on erasure_request (erases_at) where withdrawn_at is null and erased_at is null;

-- The history of a case stays as it was, but whose it was may be forgotten.
create function refuse_change_but_forgetting() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.actor = 'erased' and old.actor_kind = 'citizen'
     and to_jsonb(new) - 'actor' = to_jsonb(old) - 'actor' then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

drop trigger feedback_event_append_only on feedback_event;
create trigger feedback_event_append_only before update or delete on feedback_event
  for each row execute function refuse_change_but_forgetting();
