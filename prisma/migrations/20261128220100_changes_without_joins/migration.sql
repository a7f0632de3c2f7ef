-- What a statement changes is summed instead of joined. A trigger's statements are planned once a connection, for as many rows
-- as its first call had: joined, what changes many dossiers took quadratic time after something that changed one.
alter table figure_change alter column sign type integer;

create or replace function note_dossiers_added() returns trigger language plpgsql as $$
begin
  insert into figure_change
  select 1, d.unit_id, (select p.field_id from procedure p where p.id = d.procedure_id), d.submission_mode, d.interlinked,
         d.received_on, d.due_on, d.resolved_on
  from added d
  where d.is_counted;
  return null;
end $$;

-- Dossiers alike cancel one another out; where more of them left the figures than came, the sign is below -1.
create or replace function note_dossiers_changed() returns trigger language plpgsql as $$
begin
  insert into figure_change
  select n.sign, n.unit_id, (select p.field_id from procedure p where p.id = n.procedure_id), n.submission_mode, n.interlinked,
         n.received_on, n.due_on, n.resolved_on
  from (
    select sum(v.sign) as sign, unit_id, procedure_id, submission_mode, interlinked, received_on, due_on, resolved_on
    from (
      select -1 as sign, unit_id, procedure_id, submission_mode, interlinked, received_on, due_on, resolved_on
      from before where is_counted
      union all
      select 1, unit_id, procedure_id, submission_mode, interlinked, received_on, due_on, resolved_on
      from after where is_counted
    ) v
    group by unit_id, procedure_id, submission_mode, interlinked, received_on, due_on, resolved_on
    having sum(v.sign) <> 0
  ) n;
  return null;
end $$;

create or replace function note_dossiers_removed() returns trigger language plpgsql as $$
begin
  insert into figure_change
  select -1, d.unit_id, (select p.field_id from procedure p where p.id = d.procedure_id), d.submission_mode, d.interlinked,
         d.received_on, d.due_on, d.resolved_on
  from removed d
  where d.is_counted;
  return null;
end $$;
