-- What people call a procedure, and the text that its papers, time and fee were taken from.
alter table procedure
  add column also_called text,
  add column source text;
