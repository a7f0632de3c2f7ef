import type { AttachmentStore } from "../../src/conversation/attachments/attachment-store.ts";
import type { FileBlock } from "../../src/conversation/reply.ts";

/** A figure and a document that replies of tests show. */
export const chart: FileBlock = {
  kind: "file",
  attachmentId: "1",
  mediaType: "image/png",
  name: "quy-1-2021.png",
  caption: "Quý I/2021: 85 % hồ sơ trả đúng hạn",
  otherwise: "Mở trang làm việc để xem biểu đồ.",
};
export const workbook: FileBlock = {
  kind: "file",
  attachmentId: "2",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  name: "Biểu II.06a quý I-2021.xlsx",
  caption: "Biểu II.06a",
  otherwise: "Mở trang làm việc để tải tệp.",
};

/** Where these are kept; another is still on its way, and what is not named is here no more. */
export const sentFiles: Pick<AttachmentStore, "read"> = {
  async read(id) {
    if (id === "1") return { id, kind: "photo", content: Buffer.from("ảnh"), mediaType: chart.mediaType };
    if (id === "2") return { id, kind: "file", content: Buffer.from("bảng"), mediaType: workbook.mediaType };
    return id === "3" ? { id, kind: "photo" } : undefined;
  },
};
