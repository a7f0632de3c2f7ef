import { expect, it } from "vitest";
import { openTestWeb } from "../support/http-web.ts";

it("hands a file to whoever has its link, to be saved and never shown, and says when the link is over", async () => {
  await using web = await openTestWeb();
  web.kept.push({
    id: "1",
    person: "zalo:hoa",
    kind: "file",
    name: "Biểu II.06a.xlsx",
    mediaType: "text/html",
    content: Buffer.from("<script>"),
  });
  const file = await fetch(`${web.url}/tep/good`);
  expect(file.status).toBe(200);
  expect(file.headers.get("content-type")).toBe("application/octet-stream");
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''Bi%E1%BB%83u/);
  expect(await file.text()).toBe("<script>");
  const over = await fetch(`${web.url}/tep/old`, { headers: { accept: "text/html" } });
  expect(over.status).toBe(404);
  expect(await over.text()).toContain("đã hết hạn");
});
