/** How many pixels a PNG or JPEG says it has; undefined for anything else. */
export function pixelsOf(photo: Uint8Array): number | undefined {
  const view = new DataView(photo.buffer, photo.byteOffset, photo.byteLength);
  if (view.byteLength >= 24 && view.getUint32(0) === 0x89504e47)
    return view.getUint32(16) * view.getUint32(20);
  return view.byteLength >= 4 && view.getUint16(0) === 0xffd8 ? pixelsOfJpeg(view) : undefined;
}

/** Walks from marker to marker to the one that begins the frame. */
function pixelsOfJpeg(view: DataView): number | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7);
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
