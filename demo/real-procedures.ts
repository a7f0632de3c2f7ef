/** Procedures that a Department of Justice really has. Times and fees are to be checked with the source before real use. */
export interface CatalogueEntry {
  name: string;
  field: string;
  workingDays: number;
  fee: string;
  papers: string;
  link?: "ngang" | "doc";
  /** Whether it may be applied for online from beginning to end. */
  isOnline?: boolean;
}

const idPapers = "Tờ khai theo mẫu; bản sao căn cước công dân hoặc hộ chiếu";

const of =
  (field: string, workingDays: number, fee: string, papers: string) =>
  (name: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
    name,
    field,
    workingDays,
    fee,
    papers,
    ...more,
  });

const record = of("Lý lịch tư pháp", 10, "200.000 đồng (sinh viên, người có công: 100.000 đồng)", idPapers);
const lawyer = of(
  "Luật sư",
  7,
  "Không",
  "Đơn đề nghị; Chứng chỉ hành nghề; bản sao giấy tờ chứng minh trụ sở",
);
const notary = of(
  "Công chứng",
  10,
  "500.000 đồng",
  "Đơn đề nghị; bằng cử nhân luật; giấy tờ chứng minh đủ điều kiện",
);
const auction = of(
  "Đấu giá tài sản",
  10,
  "800.000 đồng",
  "Giấy đề nghị; bản sao giấy tờ chứng minh đủ điều kiện",
);
const expert = of(
  "Giám định tư pháp",
  20,
  "Không",
  "Văn bản đề nghị; bằng cấp; sơ yếu lý lịch và phiếu lý lịch tư pháp",
);
const aid = of("Trợ giúp pháp lý", 3, "Không", "Đơn yêu cầu; giấy tờ chứng minh thuộc diện được trợ giúp");
const adoption = of(
  "Nuôi con nuôi",
  20,
  "Theo quy định",
  "Đơn xin nhận con nuôi; giấy khám sức khoẻ; giấy tờ về hoàn cảnh gia đình",
);
const nationality = of(
  "Quốc tịch",
  20,
  "3.000.000 đồng",
  "Đơn theo mẫu; bản khai lý lịch; giấy tờ về quốc tịch và cư trú",
);
const civil = of("Hộ tịch", 3, "8.000 đồng mỗi bản sao", "Tờ khai theo mẫu; giấy tờ tuỳ thân");
const security = of(
  "Giao dịch bảo đảm",
  1,
  "80.000 đồng",
  "Phiếu yêu cầu đăng ký; hợp đồng bảo đảm; giấy chứng nhận quyền sử dụng đất",
);
const bailiff = of(
  "Thừa phát lại",
  10,
  "Không",
  "Đơn đề nghị; quyết định bổ nhiệm; giấy tờ chứng minh trụ sở",
);
const mediation = of(
  "Hòa giải thương mại",
  7,
  "Không",
  "Giấy đề nghị; bản sao giấy tờ chứng minh đủ tiêu chuẩn",
);
const counsel = of(
  "Tư vấn pháp luật",
  5,
  "Không",
  "Đơn đăng ký; quyết định thành lập; danh sách tư vấn viên",
);
const administrator = of(
  "Quản tài viên",
  7,
  "Không",
  "Giấy đề nghị; bản sao Chứng chỉ hành nghề quản tài viên",
);

export const realProcedures: readonly CatalogueEntry[] = [
  record("Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam", {
    isOnline: true,
  }),
  record("Cấp Phiếu lý lịch tư pháp cho cơ quan nhà nước, tổ chức chính trị", { fee: "Không" }),
  record("Cấp Phiếu lý lịch tư pháp cho cơ quan tiến hành tố tụng", { workingDays: 5, fee: "Không" }),
  civil("Cấp bản sao trích lục hộ tịch", { isOnline: true }),
  civil("Xác nhận thông tin hộ tịch", { isOnline: true }),
  security("Đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất", { isOnline: true }),
  security("Đăng ký thay đổi nội dung biện pháp bảo đảm đã đăng ký", { fee: "60.000 đồng" }),
  security("Xóa đăng ký biện pháp bảo đảm", { fee: "20.000 đồng" }),
  security("Đăng ký văn bản thông báo xử lý tài sản bảo đảm", { fee: "30.000 đồng" }),
  lawyer("Đăng ký hành nghề luật sư với tư cách cá nhân"),
  lawyer("Đăng ký hoạt động của tổ chức hành nghề luật sư", { workingDays: 10 }),
  lawyer("Đăng ký hoạt động của chi nhánh tổ chức hành nghề luật sư"),
  lawyer("Thay đổi nội dung đăng ký hoạt động của tổ chức hành nghề luật sư"),
  lawyer("Chấm dứt hoạt động của tổ chức hành nghề luật sư"),
  lawyer("Cấp Chứng chỉ hành nghề luật sư đối với người đạt yêu cầu kiểm tra tập sự", { link: "doc" }),
  lawyer("Cấp lại Chứng chỉ hành nghề luật sư", { link: "doc" }),
  notary("Đăng ký tập sự hành nghề công chứng", { fee: "Không", workingDays: 5 }),
  notary("Bổ nhiệm công chứng viên", { link: "doc" }),
  notary("Bổ nhiệm lại công chứng viên", { link: "doc" }),
  notary("Miễn nhiệm công chứng viên", { fee: "Không" }),
  notary("Thành lập Văn phòng công chứng", { workingDays: 20, fee: "1.000.000 đồng" }),
  notary("Đăng ký hoạt động Văn phòng công chứng", { fee: "1.000.000 đồng" }),
  notary("Thay đổi nội dung đăng ký hoạt động của Văn phòng công chứng"),
  notary("Hợp nhất Văn phòng công chứng", { workingDays: 20 }),
  notary("Cấp Thẻ công chứng viên", { fee: "100.000 đồng", workingDays: 5 }),
  auction("Cấp Chứng chỉ hành nghề đấu giá", { link: "doc" }),
  auction("Đăng ký hoạt động của doanh nghiệp đấu giá tài sản", { fee: "1.000.000 đồng" }),
  auction("Thay đổi nội dung đăng ký hoạt động của doanh nghiệp đấu giá tài sản"),
  expert("Bổ nhiệm giám định viên tư pháp (lĩnh vực pháp y, phối hợp Sở Y tế)", { link: "ngang" }),
  expert("Miễn nhiệm giám định viên tư pháp"),
  expert("Cấp phép thành lập Văn phòng giám định tư pháp"),
  expert("Đăng ký hoạt động Văn phòng giám định tư pháp"),
  administrator("Đăng ký hành nghề quản tài viên với tư cách cá nhân"),
  counsel("Đăng ký hoạt động của Trung tâm tư vấn pháp luật"),
  counsel("Cấp Thẻ tư vấn viên pháp luật"),
  aid("Yêu cầu trợ giúp pháp lý"),
  mediation("Đăng ký làm hòa giải viên thương mại vụ việc"),
  mediation("Thành lập Trung tâm hòa giải thương mại", { link: "doc" }),
  adoption("Đăng ký việc nuôi con nuôi có yếu tố nước ngoài", { link: "doc" }),
  nationality("Nhập quốc tịch Việt Nam", { link: "doc" }),
  nationality("Trở lại quốc tịch Việt Nam", { link: "doc" }),
  nationality("Thôi quốc tịch Việt Nam", { link: "doc" }),
  nationality("Cấp Giấy xác nhận có quốc tịch Việt Nam", { workingDays: 10, fee: "100.000 đồng" }),
  bailiff("Đăng ký hành nghề thừa phát lại"),
  bailiff("Thành lập Văn phòng thừa phát lại", { workingDays: 20 }),
  of(
    "Bồi thường nhà nước",
    5,
    "Không",
    "Văn bản yêu cầu; tài liệu chứng minh thiệt hại",
  )("Xác định cơ quan giải quyết bồi thường nhà nước"),
];
