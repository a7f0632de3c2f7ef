import { expect, it } from "vitest";

/** Somebody at the other end of one channel: does something, and reads what comes for it as plain text. */
export interface Talk {
  says(text: string): Promise<string[]>;
  /** Presses the button, or types its number where there is none. */
  chooses(label: string): Promise<string[]>;
  sendsPhoto(): Promise<string[]>;
  /** Sends where they are; in words where the channel knows no positions. */
  sendsPosition(): Promise<string[]>;
}

const finished = "000.00.16.H57-210115-0007";
const family = "👨‍👩‍👧‍👦";
const chairs = `Ghế chờ ở phòng hộ tịch bị gãy ${family}, cụ già phải đứng “cả buổi” <chờ> & đợi`;

/** The same talks on every channel: what is understood, remembered and answered is the same, only its looks differ. */
export function conversationContract(
  open: () => Promise<Talk>,
  find: (code: string) => Promise<unknown>,
): void {
  it("tells where a dossier is, by its code", async () => {
    const words = (await (await open()).says(finished)).join("\n");
    expect(words).toContain(`Hồ sơ ${finished} đã trả kết quả.`);
    expect(words).toContain("Đã trả: 22/01/2021 13:43");
  });

  it("takes a choice as it was offered, and the number that one may type instead", async () => {
    const talk = await open();
    await talk.says(finished);
    expect((await talk.chooses("Xem chi tiết")).join("\n")).toContain("4 số cuối");
    expect((await talk.says("/huy")).join("\n")).toContain("Đã dừng");
    await talk.says(finished);
    expect((await talk.says("1")).join("\n")).toContain("4 số cuối");
  });

  it("writes figures so that every one can be read", async () => {
    const words = (await (await open()).says("thong ke quy 1 nam 2021")).join("\n");
    expect(words).toContain("Quý I/2021 (15/12/2020–14/03/2021): nhận 2.654 hồ sơ, đã giải quyết 2.986");
    expect(words).toContain("Từ kỳ trước chuyển sang: 458");
  });

  it("takes feedback with a photo and a place, letter for letter, and gives its number", async () => {
    const talk = await open();
    await talk.says("/phananh");
    expect((await talk.says(chairs)).join("\n")).toContain("Việc này thuộc lĩnh vực Hộ tịch");
    await talk.sendsPhoto();
    await talk.chooses("Đúng, Hộ tịch");
    expect((await talk.sendsPosition()).join("\n")).toContain("Ai được biết anh/chị là người gửi?");
    const summary = (await talk.chooses("Ẩn danh")).join("\n");
    expect(summary).toContain(chairs);
    const [code] = /PA-\d{4}-\d{6}/.exec((await talk.chooses("Gửi")).join("\n")) ?? [];
    expect(await find(code!)).toEqual([{ content: chairs, privacy: "anonymous", files: 1 }]);
    expect((await talk.says("/phananhtoi")).join("\n")).toContain(code);
  });

  it("says what it cannot do, and how to go on", async () => {
    expect((await (await open()).says("hôm nay trời đẹp quá nhỉ")).join("\n")).toContain("chưa hiểu ý");
  });
}
