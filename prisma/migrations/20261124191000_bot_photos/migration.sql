-- A ref begins with the name of its channel, and `zalo-bot` has a dash in it.
alter table attachment drop constraint attachment_ref_check;
alter table attachment add constraint attachment_ref_check check (ref ~ '^[a-z]+(-[a-z]+)*:.');
