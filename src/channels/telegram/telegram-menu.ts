import type { Api } from "grammy";
import type { BotCommand, BotCommandScope } from "grammy/types";
import type { Language, Say } from "../../wording/wording.ts";

/** A chat bound to a member of staff. */
export interface StaffChat {
  chatId: string;
  role: "officer" | "leader" | "admin";
}

const forCitizens = [
  "start",
  "tracuu",
  "theodoi",
  "thutuc",
  "phananh",
  "thongke",
  "lienket",
  "help",
  "lang",
  "huy",
] as const;
/** Nothing that concerns one person only. */
const forGroups = ["thongke", "thutuc", "help"] as const;
const forStaff = {
  officer: ["viec", "tracuu", "thongke", "thutuc", "phananh", "help", "lang", "huy"],
  leader: ["thongke", "viec", "tracuu", "thutuc", "phananh", "help", "lang", "huy"],
  admin: ["thongke", "viec", "tracuu", "thutuc", "help", "lang", "huy"],
} as const;

type MenuCommand = (typeof forCitizens)[number] | (typeof forStaff)[StaffChat["role"]][number];

/** Vietnamese also for everyone whose language has no list of its own. */
const languages: { language: Language; language_code?: "en" }[] = [
  { language: "vi" },
  { language: "en", language_code: "en" },
];

/** Registers what people can choose from the bot's menu. Safe to repeat. */
export async function registerMenus(api: Api, say: Say): Promise<void> {
  await setMenu(api, say, forCitizens, { type: "all_private_chats" });
  await setMenu(api, say, forGroups, { type: "all_group_chats" });
}

/**
 * Keeps the menu of each chat bound to staff as their role has it, and gives a chat that is no longer bound everyone's;
 * a chat whose menu has not changed since the last call is left alone.
 */
export function createStaffMenus(api: Api, say: Say): (chats: readonly StaffChat[]) => Promise<void> {
  const shown = new Map<string, StaffChat["role"]>();
  return async (chats) => {
    const bound = new Map(chats.map(({ chatId, role }) => [chatId, role]));
    for (const [chatId, role] of bound) {
      if (shown.get(chatId) === role) continue;
      await setMenu(api, say, forStaff[role], { type: "chat", chat_id: Number(chatId) });
      shown.set(chatId, role);
    }
    for (const chatId of [...shown.keys()].filter((id) => !bound.has(id))) {
      for (const { language_code } of languages)
        await api.deleteMyCommands({
          scope: { type: "chat", chat_id: Number(chatId) },
          ...(language_code && { language_code }),
        });
      shown.delete(chatId);
    }
  };
}

async function setMenu(
  api: Api,
  say: Say,
  commands: readonly MenuCommand[],
  scope: BotCommandScope,
): Promise<void> {
  for (const { language, language_code } of languages)
    await api.setMyCommands(describe(say, language, commands), {
      scope,
      ...(language_code && { language_code }),
    });
}

function describe(say: Say, language: Language, commands: readonly MenuCommand[]): BotCommand[] {
  return commands.map((command) => ({ command, description: say(language, `telegram-command-${command}`) }));
}
