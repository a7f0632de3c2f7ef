export const importsPath = "/lamviec/nhap";

/** The largest file that a page takes; larger ones are brought in by parts, or on the command line. */
export const largestFileMegabytes = 50;
