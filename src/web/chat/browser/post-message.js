/**
 * @typedef {{ id: string, text: string, files: File[] }} Written
 * @typedef {{ id: string, say: string, label: string }} Pressed
 * @typedef {{ id: string, latitude: number, longitude: number }} Place
 * @typedef {Written | Pressed | Place} Message
 */
/**
 * failed: may succeed when sent again with the same id, which the server takes once only. refused: never will.
 * @typedef {{ kind: "sent" } | { kind: "failed", problem?: string } | { kind: "refused", problem: string }} Outcome
 */

const timeoutMs = 20_000;
/** For files over a slow line. */
const uploadTimeoutMs = 10 * 60_000;

/**
 * @param {Message} message
 * @param {(share: number) => void} onProgress told how much of the files is sent
 * @returns {Promise<Outcome>}
 */
export function post(message, onProgress) {
  return new Promise((resolve) => {
    // fetch cannot tell how far an upload is.
    const request = new XMLHttpRequest();
    request.open("POST", "/chat/messages");
    request.setRequestHeader("accept", "application/json");
    request.responseType = "json";
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = request.ontimeout = () => resolve({ kind: "failed" });
    if ("files" in message && message.files.length) {
      request.timeout = uploadTimeoutMs;
      request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
      request.send(formOf(message));
    } else {
      request.timeout = timeoutMs;
      request.setRequestHeader("content-type", "application/json");
      request.send(JSON.stringify({ ...message, files: undefined }));
    }
  });
}

/**
 * The words first: the server reads a form in its order.
 * @param {Written} message
 */
function formOf({ id, text, files }) {
  const form = new FormData();
  form.append("id", id);
  form.append("text", text);
  for (const file of files) form.append("files", file);
  return form;
}

/**
 * @param {XMLHttpRequest} request
 * @returns {Outcome}
 */
function outcomeOf({ status, response }) {
  if (status >= 200 && status < 300) return { kind: "sent" };
  const problem = response?.error?.message;
  return status < 500 && problem ? { kind: "refused", problem } : { kind: "failed", problem };
}
