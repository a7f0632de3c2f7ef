-- What a citizen is told of their matter is evidence: when it was written, and a digest of every word of it. ------------

create function digest_of_reply(reply jsonb) returns text language sql immutable as $$
  select encode(sha256(convert_to(reply::text, 'UTF8')), 'hex')
$$;

create function audit_told() returns trigger language plpgsql as $$
begin
  insert into audit_act (happened_at, actor_kind, actor, deed, subject_kind, subject, channel, detail)
  select new.created_at, 'system', 'assistant', 'citizen-told', 'case', new.reply -> 'evidence' ->> 'of', c.channel,
         jsonb_build_object('outbox', new.id, 'sha256', digest_of_reply(new.reply))
  from conversation c where c.id = new.conversation_id;
  return null;
end $$;
create trigger outbox_told after insert on outbox
  for each row when (new.reply ? 'evidence') execute function audit_told();
