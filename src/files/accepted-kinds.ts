export const largestFileMegabytes = 10;
export const mostFiles = 10;

/** What the file dialog offers. What a file truly is, its bytes say. */
export const offeredTypes = "image/jpeg,image/png,image/webp,image/heic,.heic,.pdf,.doc,.docx,audio/*";

const documentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Media types that are accepted beside sound, and what each is to a conversation. */
export const acceptedKinds: Readonly<Record<string, "photo" | "file">> = {
  "image/jpeg": "photo",
  "image/png": "photo",
  "image/webp": "photo",
  "image/heic": "photo",
  "image/heif": "photo",
  "application/pdf": "file",
  "application/msword": "file",
  [documentType]: "file",
};
