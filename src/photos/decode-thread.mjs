import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

// Left to itself the library would fetch its WebAssembly from elsewhere.
const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm) } });

const found = await readBarcodes(new Blob([workerData]), {
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  maxNumberOfSymbols: 8,
});
parentPort.postMessage(found.filter(({ isValid }) => isValid).map(({ text }) => text));
