import { describe, expect, it } from "vitest";
import { chooseButton } from "../../src/conversation/choose-button.ts";

const buttons = ["Theo lĩnh vực", "Theo đơn vị", "Kỳ trước"].map((label, at) => ({
  label,
  say: `/${at + 1}`,
}));

describe("a button meant by typed words", () => {
  it.each([
    ["2", "/2"],
    [" 3 ", "/3"],
    ["theo đơn vị", "/2"],
    ["cái thứ hai", "/2"],
    ["cai thu 2 a", "/2"],
    ["số ba", "/3"],
    ["chọn mục 1 nhé", "/1"],
    ["cái đầu tiên", "/1"],
    ["cái cuối cùng", "/3"],
    ["the second one", "/2"],
    ["first", "/1"],
    ["option 3", "/3"],
  ])("%j is %s", (typed, say) => {
    expect(chooseButton(typed, buttons)?.say).toBe(say);
  });

  it.each([
    "4",
    "cái thứ tư",
    "hai",
    "quý 2",
    "thứ hai tuần sau",
    "số 2 đường Lê Lợi",
    "nhất",
    "0",
    "",
    "cuối năm",
  ])("%j is none of three", (typed) => {
    expect(chooseButton(typed, buttons)).toBeUndefined();
  });
});
