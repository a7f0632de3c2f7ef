/** @typedef {{ id: string, text: string } | { id: string, say: string, label: string }} Message */
/**
 * failed: may succeed when sent again with the same id, which the server takes once only. refused: never will.
 * @typedef {{ kind: "sent" } | { kind: "failed", problem?: string } | { kind: "refused", problem: string }} Outcome
 */

const timeoutMs = 20_000;

/**
 * @param {Message} message
 * @returns {Promise<Outcome>}
 */
export async function post(message) {
  try {
    const response = await fetch("/chat/messages", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) return { kind: "sent" };
    const problem = await problemOf(response);
    return response.status < 500 && problem ? { kind: "refused", problem } : { kind: "failed", problem };
  } catch {
    return { kind: "failed" };
  }
}

/**
 * @param {Response} response
 * @returns {Promise<string | undefined>}
 */
async function problemOf(response) {
  const body = await response.json().catch(() => undefined);
  return body?.error?.message;
}
