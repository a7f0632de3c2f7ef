import { Worker } from "node:worker_threads";
import { pixelsOf } from "../files/pixels-of.ts";

/** A photo of a phone has some twelve million; a header that claims far more is a trap. */
const mostPixels = 50_000_000;
const mostBytes = 20 * 1024 * 1024;
const timeoutMs = 10_000;
const memoryMb = 512;

// Plain JavaScript, for a thread is begun from a file as it stands.
const thread = new URL(
  import.meta.url.includes("/dist/") ? "../../../src/photos/decode-thread.mjs" : "./decode-thread.mjs",
  import.meta.url,
);

/**
 * The texts of all QR codes and barcodes in a photo (PNG or JPEG); none when there are none, or when the photo is damaged,
 * of another kind, or too large to be opened. Runs in a thread of its own with bounded memory and ten seconds.
 */
export async function readCodes(photo: Uint8Array): Promise<string[]> {
  const pixels = pixelsOf(photo);
  if (pixels === undefined || pixels > mostPixels || photo.length > mostBytes) return [];
  const worker = new Worker(thread, {
    workerData: photo,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stdout: true,
    stderr: true,
  });
  try {
    return await new Promise<string[]>((resolve) => {
      const timer = setTimeout(() => resolve([]), timeoutMs);
      worker.once("message", (texts: string[]) => resolve(texts));
      // A photo that breaks its reader is one that cannot be read.
      worker.once("error", () => resolve([]));
      worker.once("exit", () => {
        clearTimeout(timer);
        resolve([]);
      });
    });
  } finally {
    await worker.terminate();
  }
}
