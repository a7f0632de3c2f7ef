import type { StaffRole } from "../../src/domain/staff/staff-member.ts";
import type { WebRoute } from "../../src/web/server.ts";

/** Who may come in by a route. */
export type Door =
  /** Whoever comes; a form only from pages of this origin. */
  | { who: "anyone" }
  /** A browser for what is its own: others are told that there is no such thing. */
  | { who: "own-browser"; params?: Record<string, string> }
  /** Whoever has a secret of ours: a link, a key, a signature. Others get this status. */
  | { who: "secret-holder"; refused: number }
  /** Members of staff with one of these roles (any, where left out). With `of`, to what their reach covers alone: `case`, `file`, `dossier` and `assignment` stand for chị Hoa's. `params` name what is for all of them; `opens` is what those get whom it is for, 200 where left out. */
  | {
      who: "staff";
      roles?: readonly StaffRole[];
      of?: Record<string, string>;
      params?: Record<string, string>;
      opens?: number;
    };

const anyone: Door = { who: "anyone" };
const staff = { who: "staff" } as const satisfies Door;
const admin = { who: "staff", roles: ["admin"] } as const satisfies Door;
/** There is none of these in the town, for whoever may look. */
const noneHere: Door = { ...admin, opens: 404 };
const staffOfCase: Door = { who: "staff", of: { code: "case" } };
const publisher: Door = { who: "staff", roles: ["leader", "admin"], of: { code: "case" } };
const staffOfDossier: Door = { who: "staff", of: { code: "dossier" } };
const secretHolder = (refused: number): Door => ({ who: "secret-holder", refused });

/** Every route there is, one line each; a name that ends in `*` stands for all that begin so. */
export const doors: Record<WebRoute, Door> = {
  "GET /": anyone,
  "GET /healthz": anyone,
  "GET /readyz": anyone,
  "GET /favicon.ico": anyone,
  "GET /assets/:version/:name": anyone,
  "GET /lien-ket/:code": anyone,
  "GET /robots.txt": anyone,
  "GET /cong-khai": anyone,
  "GET /tra-cuu": anyone,
  "POST /tra-cuu": anyone,
  "GET /y-kien": anyone,
  "GET /y-kien/:code": anyone,
  "POST /y-kien/:code/cung-gap": anyone,
  "GET /so-lieu": anyone,
  "GET /so-lieu/:year/:quarter": anyone,
  "GET /cach-tinh": anyone,
  "GET /quyen-rieng-tu": anyone,
  "POST /chat/messages": { who: "own-browser" },
  "POST /chat/speaker": { who: "own-browser" },
  "GET /chat/stream": { who: "own-browser" },
  "GET /chat/attachments/:id": { who: "own-browser", params: { id: "1" } },
  "GET /tep/:token": secretHolder(404),
  "GET /metrics": secretHolder(401),
  "POST /webhooks/telegram": secretHolder(401),
  "POST /webhooks/zalo": secretHolder(401),
  "GET /open311/v2/services.:format": anyone,
  "GET /open311/v2/services/:id.:format": anyone,
  "POST /open311/v2/requests.:format": secretHolder(403),
  "GET /open311/v2/requests.:format": secretHolder(403),
  "GET /open311/v2/requests/:id.:format": secretHolder(403),
  "GET /vao": anyone,
  "GET /vao/:token": secretHolder(410),
  "POST /vao/:token": secretHolder(410),
  "POST /ra": staff,
  // Whoever has a second step and has not passed it gets here, and nowhere else.
  "GET /vao/buoc-hai": staff,
  "POST /vao/buoc-hai": staff,
  "GET /lamviec/buoc-hai": staff,
  "POST /lamviec/buoc-hai/bat-dau": staff,
  "POST /lamviec/buoc-hai/xac-nhan": staff,
  "POST /lamviec/buoc-hai/ma-du-phong": staff,
  "POST /lamviec/buoc-hai/bo": staff,
  "GET /lamviec": staff,
  "GET /lamviec/viec/:code": { who: "staff", of: { code: "assignment" } },
  "GET /lamviec/hoso": staff,
  "GET /lamviec/hoso/:code": staffOfDossier,
  "POST /lamviec/hoso/:code/xinloi": staffOfDossier,
  "GET /lamviec/nhap": admin,
  "POST /lamviec/nhap": admin,
  "GET /lamviec/nhap/:id": noneHere,
  "POST /lamviec/nhap/:id/nhap": admin,
  "POST /lamviec/nhap/:id/bo": admin,
  "POST /lamviec/nhap/:id/hoan-tac": admin,
  "GET /lamviec/nhap/:id/loi.csv": noneHere,
  "GET /lamviec/nhap/mau/:kind.csv": { ...admin, params: { kind: "ho-so" } },
  "GET /lamviec/solieu": staff,
  "GET /lamviec/solieu/hoso": { ...staff, opens: 404 },
  "GET /lamviec/solieu/xlsx": staff,
  "GET /lamviec/solieu/docx": staff,
  "GET /lamviec/solieu/outcome.png": staff,
  "GET /lamviec/solieu/mode.png": staff,
  "GET /lamviec/solieu/backlog.png": staff,
  "GET /lamviec/solieu/units.png": staff,
  "GET /lamviec/solieu/late.png": staff,
  "GET /lamviec/solieu/csv": staff,
  "GET /lamviec/phananh": staff,
  "GET /lamviec/phananh/:code": staffOfCase,
  "POST /lamviec/phananh/:code/nguyen-van": staffOfCase,
  "POST /lamviec/phananh/:code/:deed": { who: "staff", of: { code: "case", deed: "nhan" } },
  "GET /lamviec/phananh/:code/song": staffOfCase,
  "GET /lamviec/phananh/:code/tep/:id": { who: "staff", of: { code: "case", id: "file" } },
  "GET /lamviec/phananh/moi": staff,
  "POST /lamviec/phananh/giao": staff,
  "POST /lamviec/phananh/xem": staff,
  "POST /lamviec/phananh/xem/:id/bo": staff,
  "GET /lamviec/lich": staff,
  "POST /lamviec/lich/xem-truoc": staff,
  "POST /lamviec/lich/luu": staff,
  "GET /lamviec/lich/gio": staff,
  "POST /lamviec/lich/gio/xem-truoc": staff,
  "POST /lamviec/lich/gio/luu": staff,
  "GET /lamviec/phien": staff,
  "POST /lamviec/phien/:id/ket-thuc": staff,
  "GET /lamviec/guitin": admin,
  "GET /lamviec/guitin/can-goi": admin,
  "POST /lamviec/guitin/can-goi/:id/da-goi": admin,
  "POST /lamviec/guitin/can-goi/:id/gui-lai": admin,
  "GET /lamviec/guitin/nguoi": admin,
  "GET /lamviec/guitin/nguoi/:person": { who: "staff", roles: ["admin"], of: { person: "minh" } },
  "GET /lamviec/guitin/hang-loat": admin,
  "POST /lamviec/guitin/hang-loat/sua": admin,
  "POST /lamviec/guitin/hang-loat/xem-truoc": admin,
  "POST /lamviec/guitin/hang-loat/gui": admin,
  "POST /lamviec/guitin/hang-loat/:id/pause": admin,
  "POST /lamviec/guitin/hang-loat/:id/resume": admin,
  "POST /lamviec/guitin/hang-loat/:id/cancel": admin,
  "GET /lamviec/congkhai/:code": publisher,
  "POST /lamviec/congkhai/:code": publisher,
  "POST /lamviec/congkhai/:code/rut": publisher,
  "GET /lamviec/dienthu": { who: "staff", roles: ["leader", "admin"] },
  // Everybody reads what is decided for all; who may change it is asked where the change is.
  "GET /lamviec/caidat": staff,
  "GET /lamviec/caidat/lich-su": staff,
  "GET /lamviec/caidat/thu-tuc": staff,
  "GET /lamviec/caidat/thu-tuc/moi": admin,
  "POST /lamviec/caidat/thu-tuc/moi": staff,
  "GET /lamviec/caidat/thu-tuc/muc/:key": { ...staff, params: { key: "KS" } },
  "POST /lamviec/caidat/thu-tuc/muc/:key": staff,
  "POST /lamviec/caidat/thu-tuc/muc/:key/:deed": staff,
  "GET /lamviec/caidat/phan-cong": staff,
  "GET /lamviec/caidat/phan-cong/moi": admin,
  "POST /lamviec/caidat/phan-cong/moi": staff,
  "GET /lamviec/caidat/phan-cong/muc/:key": { ...staff, opens: 404 },
  "POST /lamviec/caidat/phan-cong/muc/:key": staff,
  "POST /lamviec/caidat/phan-cong/muc/:key/:deed": staff,
  "GET /lamviec/caidat/don-vi": staff,
  "GET /lamviec/caidat/don-vi/moi": admin,
  "POST /lamviec/caidat/don-vi/moi": staff,
  "GET /lamviec/caidat/don-vi/muc/:key": { ...staff, params: { key: "STP.HT" } },
  "POST /lamviec/caidat/don-vi/muc/:key": staff,
  "POST /lamviec/caidat/don-vi/muc/:key/:deed": staff,
  "GET /lamviec/caidat/can-bo": staff,
  "GET /lamviec/caidat/can-bo/moi": admin,
  "POST /lamviec/caidat/can-bo/moi": staff,
  "GET /lamviec/caidat/can-bo/muc/:key": { ...staff, params: { key: "minh" } },
  "POST /lamviec/caidat/can-bo/muc/:key": staff,
  "POST /lamviec/caidat/can-bo/muc/:key/:deed": staff,
  "POST /lamviec/caidat/can-bo/muc/:key/tai-khoan/:deed": staff,
  "GET /lamviec/caidat/mau": staff,
  "GET /lamviec/caidat/mau/moi": admin,
  "POST /lamviec/caidat/mau/moi": staff,
  "GET /lamviec/caidat/mau/muc/:line": { ...staff, opens: 404 },
  "POST /lamviec/caidat/mau/muc/:line": staff,
  "POST /lamviec/caidat/mau/muc/:line/thoi": staff,
  "GET /lamviec/caidat/chinh-sach": staff,
  "GET /lamviec/caidat/chinh-sach/them": admin,
  "POST /lamviec/caidat/chinh-sach/them": staff,
  "GET /lamviec/caidat/chi-tieu": staff,
  "GET /lamviec/caidat/chi-tieu/muc": admin,
  "POST /lamviec/caidat/chi-tieu/muc": staff,
  "POST /lamviec/caidat/chi-tieu/:id/ket-thuc": staff,
  "GET /lamviec/hangdoi*": admin,
  "POST /lamviec/hangdoi*": admin,
  "PUT /lamviec/hangdoi*": admin,
  "PATCH /lamviec/hangdoi*": admin,
  "DELETE /lamviec/hangdoi*": admin,
};
