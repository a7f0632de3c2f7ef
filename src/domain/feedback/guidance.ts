/**
 * What is not taken as feedback and where its own law leads: khiếu nại (Luật Khiếu nại 2011), tố cáo (Luật Tố cáo 2018),
 * state secrets (Luật Bảo vệ bí mật nhà nước 2018), and whatever cannot wait.
 */
export type OutsideMatter = "denunciation" | "complaint" | "state-secret" | "emergency";

/** That somebody was told where such a matter belongs; never changed afterwards. What they wrote is not kept with it. */
interface Guidance {
  person: string;
  conversationId: string;
  kind: OutsideMatter;
  saidAt: Date;
}

export interface GuidanceStore {
  add(guidance: Guidance): Promise<void>;
}
