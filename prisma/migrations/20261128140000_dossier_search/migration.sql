-- What staff search dossiers by: lower case, without marks. Imports compose their cells (NFC), so letters can be
-- translated one by one: cheaper for a big import than decomposing each name.
alter table dossier add column search_text text generated always as (
  translate(lower(code || ' ' || coalesce(applicant_name, '')),
    'àÀáÁảẢãÃạẠăĂằẰắẮẳẲẵẴặẶâÂầẦấẤẩẨẫẪậẬèÈéÉẻẺẽẼẹẸêÊềỀếẾểỂễỄệỆìÌíÍỉỈĩĨịỊòÒóÓỏỎõÕọỌôÔồỒốỐổỔỗỖộỘơƠờỜớỚởỞỡỠợỢùÙúÚủỦũŨụỤưƯừỪứỨửỬữỮựỰỳỲýÝỷỶỹỸỵỴđĐ',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeeeeeeeiiiiiiiiiioooooooooooooooooooooooooooooooooouuuuuuuuuuuuuuuuuuuuuuyyyyyyyyyydd')
) stored;

-- Lists are leafed through from the newest to the oldest.
create index dossier_latest on dossier ((coalesce(received_at, '-infinity'::timestamptz)), id);
