/**
 * Procedures that a Department of Justice really has. Papers, times and fees are as generally known in the field, not
 * copied from one source: they are to be checked with it before real use.
 */
export interface CatalogueEntry {
  name: string;
  /** Other names, parted by semicolons. */
  alsoCalled?: string;
  field: string;
  workingDays: number;
  fee: string;
  /** Parted by semicolons. */
  papers: string;
  link?: "ngang" | "doc";
  /** Whether it may be applied for online from beginning to end. */
  isOnline?: boolean;
}

/** The procedures of a field have the time, fee and papers named here unless they name their own. */
const of =
  (field: string, workingDays: number, fee: string, papers: string) =>
  (name: string, alsoCalled = "", more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
    name,
    ...(alsoCalled && { alsoCalled }),
    field,
    workingDays,
    fee,
    papers,
    ...more,
  });

const record = of(
  "Lý lịch tư pháp",
  10,
  "200.000 đ; sinh viên, người có công, thân nhân liệt sĩ: 100.000 đ; người nghèo, trẻ em: miễn",
  "Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp; bản sao căn cước hoặc hộ chiếu; văn bản ủy quyền nếu nộp thay",
);
const lawyer = of(
  "Luật sư",
  7,
  "không thu",
  "Giấy đề nghị theo mẫu; bản sao Chứng chỉ hành nghề và Thẻ luật sư; giấy tờ chứng minh về trụ sở",
);
const notary = of(
  "Công chứng",
  10,
  "500.000 đ",
  "Đơn đề nghị theo mẫu; giấy tờ chứng minh đủ điều kiện theo Luật Công chứng",
);
const auction = of(
  "Đấu giá tài sản",
  10,
  "800.000 đ",
  "Giấy đề nghị theo mẫu; giấy tờ chứng minh đủ điều kiện theo Luật Đấu giá tài sản",
);
const expert = of(
  "Giám định tư pháp",
  20,
  "không thu",
  "Văn bản đề nghị; bản sao bằng đại học; sơ yếu lý lịch; Phiếu lý lịch tư pháp; giấy xác nhận thời gian hoạt động chuyên môn",
);
const aid = of(
  "Trợ giúp pháp lý",
  3,
  "không thu",
  "Đơn yêu cầu trợ giúp pháp lý; giấy tờ chứng minh là người được trợ giúp; giấy tờ về vụ việc",
);
const adoption = of(
  "Nuôi con nuôi",
  20,
  "9.000.000 đ mỗi trường hợp; được giảm, miễn theo quy định",
  "Đơn xin nhận con nuôi; bản sao hộ chiếu; văn bản cho phép nhận con nuôi; Phiếu lý lịch tư pháp; giấy khám sức khoẻ; giấy tờ về thu nhập, tài sản; giấy tờ về hôn nhân",
);
const nationality = of(
  "Quốc tịch",
  20,
  "3.000.000 đ",
  "Đơn theo mẫu; bản khai lý lịch; bản sao giấy khai sinh, hộ chiếu; Phiếu lý lịch tư pháp; giấy tờ về nơi cư trú",
);
const civil = of("Hộ tịch", 3, "8.000 đ mỗi bản", "Tờ khai theo mẫu; căn cước hoặc hộ chiếu để đối chiếu");
const security = of(
  "Giao dịch bảo đảm",
  1,
  "80.000 đ mỗi hồ sơ; cá nhân, hộ gia đình vay phát triển nông nghiệp, nông thôn: miễn",
  "Phiếu yêu cầu đăng ký theo mẫu; hợp đồng bảo đảm; bản chính giấy chứng nhận quyền sử dụng đất",
);
const bailiff = of(
  "Thừa phát lại",
  10,
  "không thu",
  "Giấy đề nghị theo mẫu; quyết định bổ nhiệm; giấy tờ chứng minh về trụ sở",
);
const mediation = of(
  "Hòa giải thương mại",
  7,
  "không thu",
  "Giấy đề nghị theo mẫu; bản sao bằng đại học; giấy xác nhận thời gian công tác từ hai năm",
);
const counsel = of(
  "Tư vấn pháp luật",
  5,
  "không thu",
  "Đơn đăng ký theo mẫu; quyết định thành lập của tổ chức chủ quản; danh sách tư vấn viên, luật sư",
);
const administrator = of(
  "Quản tài viên",
  7,
  "không thu",
  "Giấy đề nghị theo mẫu; bản sao Chứng chỉ hành nghề quản tài viên",
);
const compensation = of(
  "Bồi thường nhà nước",
  5,
  "không thu",
  "Văn bản yêu cầu; văn bản làm căn cứ yêu cầu bồi thường; tài liệu chứng minh thiệt hại",
);

export const realProcedures: readonly CatalogueEntry[] = [
  record(
    "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam",
    "lý lịch tư pháp; phiếu lý lịch tư pháp số 1; phiếu lý lịch tư pháp số 2; xác nhận không có án tích",
    { isOnline: true },
  ),
  record(
    "Cấp Phiếu lý lịch tư pháp cho cơ quan nhà nước, tổ chức chính trị",
    "lý lịch tư pháp cho cơ quan, tổ chức",
    { fee: "không thu", papers: "Văn bản yêu cầu của cơ quan, tổ chức" },
  ),
  record(
    "Cấp Phiếu lý lịch tư pháp cho cơ quan tiến hành tố tụng",
    "lý lịch tư pháp phục vụ tố tụng; lý lịch tư pháp cho công an, viện kiểm sát, tòa án",
    { workingDays: 5, fee: "không thu", papers: "Văn bản yêu cầu của cơ quan tiến hành tố tụng" },
  ),
  civil("Cấp bản sao trích lục hộ tịch", "trích lục hộ tịch", {
    isOnline: true,
  }),
  civil("Xác nhận thông tin hộ tịch", "", { isOnline: true }),
  security(
    "Đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất",
    "đăng ký thế chấp; thế chấp sổ đỏ",
    { isOnline: true },
  ),
  security(
    "Đăng ký thay đổi biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất đã đăng ký",
    "thay đổi nội dung đăng ký biện pháp bảo đảm; thay đổi thế chấp",
    {
      fee: "60.000 đ mỗi hồ sơ",
    },
  ),
  security(
    "Xóa đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất",
    "xóa thế chấp; giải chấp",
    {
      fee: "20.000 đ mỗi hồ sơ",
      papers:
        "Phiếu yêu cầu xóa đăng ký; văn bản đồng ý xóa của bên nhận bảo đảm; bản chính giấy chứng nhận quyền sử dụng đất",
    },
  ),
  security("Đăng ký văn bản thông báo xử lý tài sản bảo đảm", "thông báo xử lý tài sản thế chấp", {
    fee: "30.000 đ mỗi hồ sơ",
    papers: "Phiếu yêu cầu theo mẫu; văn bản thông báo xử lý tài sản bảo đảm",
  }),
  lawyer("Đăng ký hành nghề luật sư với tư cách cá nhân", "luật sư hành nghề cá nhân theo hợp đồng lao động"),
  lawyer("Đăng ký hoạt động của tổ chức hành nghề luật sư", "thành lập văn phòng luật sư, công ty luật", {
    workingDays: 10,
  }),
  lawyer(
    "Đăng ký hoạt động của chi nhánh tổ chức hành nghề luật sư",
    "mở chi nhánh văn phòng luật sư, công ty luật",
  ),
  lawyer(
    "Thay đổi nội dung đăng ký hoạt động của tổ chức hành nghề luật sư",
    "đổi tên, trụ sở, trưởng văn phòng luật sư, giám đốc công ty luật",
  ),
  lawyer("Chấm dứt hoạt động của tổ chức hành nghề luật sư", "giải thể văn phòng luật sư, công ty luật"),
  lawyer(
    "Cấp Chứng chỉ hành nghề luật sư đối với người đạt yêu cầu kiểm tra tập sự",
    "chứng chỉ hành nghề luật sư",
    {
      link: "doc",
      papers:
        "Đơn đề nghị theo mẫu; Phiếu lý lịch tư pháp; giấy khám sức khoẻ; bản sao bằng cử nhân luật; giấy chứng nhận kết quả kiểm tra tập sự",
    },
  ),
  lawyer("Cấp lại Chứng chỉ hành nghề luật sư", "", { link: "doc" }),
  notary("Đăng ký tập sự hành nghề công chứng", "tập sự công chứng viên", {
    fee: "không thu",
    workingDays: 5,
  }),
  notary("Bổ nhiệm công chứng viên", "làm công chứng viên", {
    link: "doc",
    papers:
      "Đơn đề nghị bổ nhiệm theo mẫu; Phiếu lý lịch tư pháp; bằng cử nhân luật; giấy tờ về thời gian công tác pháp luật; giấy chứng nhận kết quả kiểm tra tập sự; giấy khám sức khoẻ",
  }),
  notary("Bổ nhiệm lại công chứng viên", "", { link: "doc" }),
  notary("Miễn nhiệm công chứng viên", "thôi làm công chứng viên", { fee: "không thu" }),
  notary("Thành lập Văn phòng công chứng", "", { workingDays: 20, fee: "1.000.000 đ" }),
  notary("Đăng ký hoạt động Văn phòng công chứng", "", { fee: "1.000.000 đ" }),
  notary(
    "Thay đổi nội dung đăng ký hoạt động của Văn phòng công chứng",
    "đổi tên, trụ sở, trưởng văn phòng công chứng",
  ),
  notary("Hợp nhất Văn phòng công chứng", "sáp nhập, gộp văn phòng công chứng", { workingDays: 20 }),
  notary("Cấp Thẻ công chứng viên", "", { fee: "100.000 đ", workingDays: 5 }),
  auction("Cấp Chứng chỉ hành nghề đấu giá", "chứng chỉ đấu giá viên", { link: "doc" }),
  auction("Đăng ký hoạt động của doanh nghiệp đấu giá tài sản", "thành lập công ty đấu giá", {
    fee: "1.000.000 đ",
  }),
  auction(
    "Thay đổi nội dung đăng ký hoạt động của doanh nghiệp đấu giá tài sản",
    "đổi tên, trụ sở, giám đốc công ty đấu giá",
  ),
  expert("Bổ nhiệm giám định viên tư pháp (lĩnh vực pháp y, phối hợp Sở Y tế)", "làm giám định viên", {
    link: "ngang",
  }),
  expert("Miễn nhiệm giám định viên tư pháp", "thôi làm giám định viên"),
  expert("Cấp phép thành lập Văn phòng giám định tư pháp"),
  expert("Đăng ký hoạt động Văn phòng giám định tư pháp"),
  administrator("Đăng ký hành nghề quản tài viên với tư cách cá nhân"),
  counsel("Đăng ký hoạt động của Trung tâm tư vấn pháp luật", "mở trung tâm tư vấn pháp luật"),
  counsel("Cấp Thẻ tư vấn viên pháp luật", "", {
    papers: "Đơn đề nghị theo mẫu; bản sao bằng cử nhân luật; giấy xác nhận thời gian công tác pháp luật",
  }),
  aid("Yêu cầu trợ giúp pháp lý", "xin luật sư miễn phí"),
  mediation("Đăng ký làm hòa giải viên thương mại vụ việc"),
  mediation("Thành lập Trung tâm hòa giải thương mại", "", { link: "doc" }),
  adoption(
    "Đăng ký việc nuôi con nuôi có yếu tố nước ngoài",
    "người nước ngoài nhận con nuôi; nhận con nuôi",
    { link: "doc" },
  ),
  nationality("Nhập quốc tịch Việt Nam", "", { link: "doc" }),
  nationality("Trở lại quốc tịch Việt Nam", "", { link: "doc" }),
  nationality("Thôi quốc tịch Việt Nam", "", { link: "doc" }),
  nationality("Cấp Giấy xác nhận có quốc tịch Việt Nam", "xác nhận là người có quốc tịch Việt Nam", {
    workingDays: 10,
    fee: "100.000 đ",
  }),
  bailiff("Đăng ký hành nghề thừa phát lại"),
  bailiff("Thành lập Văn phòng thừa phát lại", "", { workingDays: 20 }),
  compensation(
    "Xác định cơ quan giải quyết bồi thường nhà nước",
    "cơ quan nào bồi thường oan sai; yêu cầu nhà nước bồi thường",
  ),
];
