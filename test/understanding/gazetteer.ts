import type { Gazetteer } from "../../src/conversation/understanding/understanding.ts";

/** Names of an invented Department of Justice, as a deployment's database would hold them. */
export const gazetteer: Gazetteer = {
  units: [
    { code: "STP", name: "Sở Tư pháp" },
    { code: "VP", name: "Văn phòng Sở" },
    { code: "HCTP", name: "Phòng Hành chính tư pháp" },
    { code: "BTTP", name: "Phòng Bổ trợ tư pháp" },
    { code: "PBGDPL", name: "Phòng Phổ biến, giáo dục pháp luật" },
    { code: "TTTGPL", name: "Trung tâm Trợ giúp pháp lý nhà nước" },
    { code: "TTDVDG", name: "Trung tâm Dịch vụ đấu giá tài sản" },
  ],
  fields: [
    "Hộ tịch",
    "Quốc tịch",
    "Lý lịch tư pháp",
    "Công chứng",
    "Luật sư",
    "Giao dịch bảo đảm",
    "Đấu giá tài sản",
    "Trợ giúp pháp lý",
    "Nuôi con nuôi",
    "Giám định tư pháp",
  ],
  procedures: [
    {
      code: "2.000488",
      name: "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú",
    },
    { code: "2.001417", name: "Cấp Phiếu lý lịch tư pháp cho cơ quan nhà nước" },
    { code: "1.000828", name: "Cấp Chứng chỉ hành nghề luật sư" },
    { code: "1.002010", name: "Đăng ký hoạt động của tổ chức hành nghề luật sư" },
    { code: "1.000112", name: "Bổ nhiệm công chứng viên" },
    { code: "2.000635", name: "Cấp bản sao trích lục hộ tịch" },
    { code: "1.004583", name: "Xóa đăng ký biện pháp bảo đảm bằng quyền sử dụng đất" },
    { code: "1.003976", name: "Giải quyết việc nuôi con nuôi có yếu tố nước ngoài" },
    { code: "2.000829", name: "Yêu cầu trợ giúp pháp lý" },
    { code: "1.008925", name: "Đăng ký hành nghề quản tài viên" },
  ],
};
