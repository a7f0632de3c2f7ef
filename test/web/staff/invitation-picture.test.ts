import { Resvg } from "@resvg/resvg-js";
import { expect, it } from "vitest";
import { readCodes } from "../../../src/photos/read-codes.ts";
import { serve } from "../../../src/serve.ts";
import { createFeedbackTown } from "../../support/feedback-town.ts";
import { signIn } from "../../support/signed-in.ts";

const person = "/lamviec/caidat/can-bo/muc/minh";

it("an invitation's link is also a picture that a telephone reads", async () => {
  await using town = await createFeedbackTown("2026-11-23 08:00", { PUBLIC_URL: "https://motcua.example" });
  await using serving = await serve(town.test.app, town.test.config, "web");
  const quan = await signIn("quan", town, serving);
  const page = await (await quan.sends(person, `${person}/tai-khoan/moi`)).text();
  const code = /<strong>([A-Z0-9]{8})<\/strong>/.exec(page)?.[1];
  const drawn = /src="data:image\/svg\+xml;base64,([^"]+)"/.exec(page)?.[1];
  const photo = new Resvg(Buffer.from(drawn!, "base64").toString(), {
    fitTo: { mode: "width", value: 440 },
    background: "white",
  });
  expect(await readCodes(photo.render().asPng())).toEqual([`https://motcua.example/lien-ket/${code}`]);
});
