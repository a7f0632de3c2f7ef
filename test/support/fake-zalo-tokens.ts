const accessLifeSeconds = 90_000;
const refreshLifeMs = 90 * 86_400_000;

type Answer = Record<string, unknown>;

/** OAuth v4 of the fake Zalo: every refresh token works once. */
export class ZaloGrants {
  readonly appId = "1234567890";
  readonly appSecret = "secret-of-the-app";
  /** Grants that were answered with a new pair. */
  granted = 0;
  private readonly access = new Map<string, Date>();
  private readonly refresh = new Map<string, Date>();
  private readonly codes = new Map<string, string | undefined>();
  private next = 1;

  /** A refresh token as an administrator gets it from Zalo's console. */
  handOut(now: Date): string {
    return this.pair(now).refresh_token;
  }

  /** A code as the consent page gives it; `challenge` is what the page was asked with. */
  consent(challenge: string | undefined): string {
    const code = `code-${this.next++}`;
    this.codes.set(code, challenge);
    return code;
  }

  isValid(accessToken: string, now: Date): boolean {
    return (this.access.get(accessToken)?.getTime() ?? 0) > now.getTime();
  }

  /** Zalo forgets the access tokens it has given; the refresh tokens stay. */
  revokeAccess(): void {
    this.access.clear();
  }

  revokeAll(): void {
    this.access.clear();
    this.refresh.clear();
  }

  grant(
    secret: string | undefined,
    form: URLSearchParams,
    now: Date,
    challengeOf: (verifier: string) => string,
  ): Answer {
    const refused = (error: number, why: string) => ({
      error,
      error_name: "Invalid",
      error_reason: why,
      error_description: why,
    });
    if (form.get("app_id") !== this.appId || secret !== this.appSecret)
      return refused(-14002, "Invalid app or secret");
    if (form.get("grant_type") === "authorization_code") {
      const code = form.get("code") ?? "";
      if (!this.codes.has(code)) return refused(-14014, "Invalid or used code");
      const challenge = this.codes.get(code);
      this.codes.delete(code);
      return challenge && challengeOf(form.get("code_verifier") ?? "") !== challenge
        ? refused(-14014, "Invalid code verifier")
        : this.give(now);
    }
    const spent = form.get("refresh_token") ?? "";
    const expiresAt = this.refresh.get(spent);
    this.refresh.delete(spent);
    if (form.get("grant_type") !== "refresh_token" || !expiresAt || expiresAt <= now)
      return refused(-14014, "Invalid refresh token");
    return this.give(now);
  }

  private give(now: Date): Answer {
    this.granted += 1;
    return this.pair(now);
  }

  private pair(now: Date): { access_token: string; refresh_token: string; expires_in: string } {
    const number = this.next++;
    const pair = {
      access_token: `access-${number}`,
      refresh_token: `refresh-${number}`,
      expires_in: String(accessLifeSeconds),
    };
    this.access.set(pair.access_token, new Date(now.getTime() + accessLifeSeconds * 1000));
    this.refresh.set(pair.refresh_token, new Date(now.getTime() + refreshLifeMs));
    return pair;
  }
}
