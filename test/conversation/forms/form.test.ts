import { describe, expect, it } from "vitest";
import {
  nextQuestion,
  questionBefore,
  type Filling,
  type Slot,
} from "../../../src/conversation/forms/form.ts";

interface Order {
  what?: string;
  size?: string;
  address?: string;
}

function slot(name: keyof Order, more: Partial<Slot<Order>> = {}): Slot<Order> {
  return {
    name,
    isAsked: () => true,
    isAnswered: (order) => order[name] !== undefined,
    ask: () => [],
    read: (words, { answers }) => ({ kind: "read", answers: { ...answers, [name]: words } }),
    ...more,
  };
}

const slots = [
  slot("what"),
  slot("size", {
    settle: async ({ answers }) => (answers.what === "tea" ? { ...answers, size: "cup" } : undefined),
  }),
  slot("address", { isAsked: ({ size }) => size !== "cup" }),
];
const filled = (answers: Order) => ({ answers }) as Filling<Order>;

describe("a form", () => {
  it.each<[Order, asked: string | undefined]>([
    [{}, "what"],
    [{ what: "rice" }, "size"],
    [{ size: "bag", address: "here" }, "what"],
    [{ what: "rice", size: "bag" }, "address"],
    [{ what: "tea" }, undefined],
    [{ what: "rice", size: "bag", address: "here" }, undefined],
  ])("asks first what is still open: %j → %s", async (answers, asked) => {
    expect((await nextQuestion(slots, filled(answers))).slot?.name).toBe(asked);
  });

  it("takes the answers that need no asking", async () => {
    expect((await nextQuestion(slots, filled({ what: "tea" }))).answers).toEqual({
      what: "tea",
      size: "cup",
    });
  });

  it.each<[Order, from: string | undefined, to: string | undefined]>([
    [{}, "what", undefined],
    [{ what: "rice" }, "size", "what"],
    [{ what: "rice", size: "bag", address: "here" }, undefined, "address"],
    [{ what: "tea", size: "cup" }, undefined, "what"],
  ])("goes back over what was asked: %j from %s to %s", async (answers, from, to) => {
    expect((await questionBefore(slots, filled(answers), from))?.name).toBe(to);
  });
});
