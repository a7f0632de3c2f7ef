import type { RegisterEntry, RegisterName } from "../domain/settings/register.ts";
import type { Sql } from "./database.ts";

/** Each register as its file would hold it, with `key` and `isActive`; the order is that in which it is shown. */
const queries: Readonly<Record<RegisterName, string>> = {
  "thu-tuc": `
    select p.code as key, p.is_published as "isActive", jsonb_build_object(
      'ma_thu_tuc', p.code, 'ten', p.name, 'linh_vuc', f.name, 'ten_thuong_goi', p.also_called,
      'thoi_han', p.working_days::text, 'phi', p.fee,
      'muc_do', case p.online_level when 'full' then 'toan_trinh' when 'partial' then 'mot_phan' else 'khong' end,
      'lien_thong', case p.interlinked when 'horizontal' then 'ngang' when 'vertical' then 'doc' else 'khong' end,
      'thanh_phan_ho_so', p.papers, 'noi_nop', p.submit_at, 'duong_dan', p.url, 'nguon', p.source,
      'cong_khai', case when p.is_published then '1' else '0' end) as row
    from procedure p join field f on f.id = p.field_id order by f.name, p.name, p.code`,
  "phan-cong": `
    select r.place::text as key, r.is_active as "isActive", jsonb_build_object(
      'thu_tu', r.place::text, 'linh_vuc', f.name, 'tu_khoa', array_to_string(r.phrases, '; '),
      'ma_don_vi', u.code, 'can_bo', s.username) as row
    from routing_rule r join unit u on u.id = r.unit_id left join field f on f.id = r.field_id
    left join staff_member s on s.id = r.officer_id order by r.place`,
  "don-vi": `
    with recursive tree as (
      select id, array[name] as path from unit where parent_id is null
      union all select u.id, path || u.name from unit u join tree on tree.id = u.parent_id
    )
    select u.code as key, u.closed_on is null as "isActive", jsonb_build_object(
      'ma_don_vi', u.code, 'ten', u.name, 'ma_don_vi_cha', p.code) as row
    from unit u join tree on tree.id = u.id left join unit p on p.id = u.parent_id order by tree.path, u.code`,
  "can-bo": `
    select s.username as key, s.left_at is null as "isActive", jsonb_build_object(
      'tai_khoan', s.username, 'ho_ten', s.full_name,
      'vai_tro', case s.role when 'admin' then 'quan_tri' when 'leader' then 'lanh_dao' else 'can_bo' end,
      'ma_don_vi', u.code, 'so_dien_thoai', s.phone, 'email', s.email, 'cap_tren', b.username) as row
    from staff_member s join unit u on u.id = s.unit_id left join staff_member b on b.id = s.superior_id
    order by s.left_at is not null, u.code, s.role, s.full_name, s.username`,
};

interface Read {
  key: string;
  isActive: boolean;
  row: Record<string, string | null>;
}

export async function readRegister(register: RegisterName, sql: Sql): Promise<RegisterEntry[]> {
  return (await sql.query<Read>(queries[register])).map(filled);
}

export async function readRegisterEntry(
  register: RegisterName,
  key: string,
  sql: Sql,
): Promise<RegisterEntry | undefined> {
  const [read] = await sql.query<Read>(`select * from (${queries[register]}) r where r.key = $1`, [key]);
  return read && filled(read);
}

function filled({ row, ...read }: Read): RegisterEntry {
  return {
    ...read,
    row: Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value ?? ""])),
  };
}
