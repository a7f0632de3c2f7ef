/** Where what waits for a second administrator is listed. */
export const approvalsPath = "/lamviec/duyet";
