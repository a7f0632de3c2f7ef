import encodeQR from "qr";

/** What a telephone's camera reads `content` from, 220 px wide and drawn here, so that nothing is asked of elsewhere. */
export function QrPicture({ content, alt }: { content: string; alt: string }) {
  const drawn = encodeQR(content, "svg", { ecc: "medium", border: 4 });
  // Readers want dark on light, in a dark theme too.
  const onWhite = drawn.replace(">", '><rect width="100%" height="100%" fill="#fff"/>');
  const source = `data:image/svg+xml;base64,${Buffer.from(onWhite).toString("base64")}`;
  return <img class="qr" src={source} width="220" height="220" alt={alt} />;
}
