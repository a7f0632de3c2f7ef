import { createSignInStore } from "../../src/persistence/sign-in-store.ts";
import type { Serving } from "../../src/serve.ts";
import type { FeedbackTown } from "./feedback-town.ts";
import { visitorOf, type Visitor } from "./http-visitor.ts";

/** Somebody at the pages of the staff, in a browser without eyes. */
export type SignedIn = Visitor & {
  /** Sends a form of a page with the values it has, but for those given. */
  sends(page: string, action: string, fields?: Record<string, string>): Promise<Response>;
  reads(page: string): Promise<string>;
};

/** Signs a member of a town's staff in. */
export async function signIn(username: string, town: FeedbackTown, serving: Serving): Promise<SignedIn> {
  const visitor = visitorOf(serving.url!);
  const link = await createSignInStore(town.test.app.database).issue(username, town.now);
  await visitor.submit(`/vao/${link}`, {});
  const home = await (await visitor.get("/lamviec")).text();
  const token = /name="token" value="([^"]+)"/.exec(home)![1]!;
  const reads = async (page: string) => (await visitor.get(page)).text();
  return {
    ...visitor,
    reads,
    async sends(page, action, fields = {}) {
      const seen = seenOf(await reads(page));
      return visitor.submit(action, { token, ...(seen !== undefined && { seen }), ...fields });
    },
  };
}

/** What a form was shown with. */
export function seenOf(page: string): string | undefined {
  return /name="seen" value="([^"]*)"/.exec(page)?.[1]?.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
