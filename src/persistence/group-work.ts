/** Something to be worked out. */
export interface Keyed {
  /** Two with the same key are never worked out at once. */
  key: string;
  /** Only those of the same kind are worked out together. */
  kind: string;
}

export interface Grouping<Item extends Keyed, Result> {
  /** Works a group out together; its results in the same order. When it throws, each is worked out alone. */
  work: (items: readonly Item[]) => Promise<Result[]>;
  groupsAtOnce: number;
  itemsAtOnce: number;
  /** How many groups may be under way before what comes waits for the next instead. */
  eagerGroups: number;
  /**
   * What has waited so long, and twice as long as groups take of late, gets a further group, for one under way may be
   * slow. Ten times this is the most that anything waits for it.
   */
  patienceMs: number;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
  isTaken: boolean;
}

/**
 * Works out together what comes in while others are under way, so that one commit serves all of them: alone when nothing
 * else is there, in larger groups the more there is. Items of one key are worked out one after another, in the order in
 * which they came. The failure of one is its own: the others of its group are worked out again without it.
 */
export function groupWork<Item extends Keyed, Result>(
  grouping: Grouping<Item, Result>,
): (item: Item) => Promise<Result> {
  const { work, groupsAtOnce, itemsAtOnce, eagerGroups, patienceMs } = grouping;
  let waiting: Waiting<Item, Result>[] = [];
  const busyKeys = new Set<string>();
  let groups = 0;
  let usualMs = 0;
  let isGathering = false;

  function begin(limit: number): void {
    while (groups < limit) {
      const group = takeGroup();
      if (group.length === 0) return;
      groups += 1;
      void workOut(group);
    }
  }

  function takeGroup(): Waiting<Item, Result>[] {
    const group: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    // One that stays behind keeps those after it with the same key behind it.
    const passedKeys = new Set<string>();
    for (const each of waiting) {
      const { key, kind } = each.item;
      const isCompany = group.length < itemsAtOnce && kind === (group[0] ?? each).item.kind;
      const isFree = isCompany && !busyKeys.has(key) && !passedKeys.has(key);
      (isFree ? group : left).push(each);
      passedKeys.add(key);
    }
    waiting = left;
    for (const each of group) {
      each.isTaken = true;
      busyKeys.add(each.item.key);
    }
    return group;
  }

  async function workOut(group: Waiting<Item, Result>[]): Promise<void> {
    const since = performance.now();
    try {
      const results = await work(group.map(({ item }) => item));
      for (const [place, { resolve }] of group.entries()) resolve(results[place]!);
    } catch (error) {
      if (group.length === 1) group[0]!.reject(error);
      else for (const each of group) await workOutAlone(each);
    }
    for (const { item } of group) busyKeys.delete(item.key);
    usualMs += (performance.now() - since - usualMs) / 8;
    groups -= 1;
    begin(eagerGroups);
  }

  async function workOutAlone({ item, resolve, reject }: Waiting<Item, Result>): Promise<void> {
    await work([item]).then(([result]) => resolve(result!), reject);
  }

  /** What comes in the same turn of the event loop goes together: else the first would go alone and the rest wait for it. */
  function gather(): void {
    if (isGathering) return;
    isGathering = true;
    setImmediate(() => {
      isGathering = false;
      begin(eagerGroups);
    });
  }

  function losePatience(mine: Waiting<Item, Result>): void {
    const patientMs = Math.min(Math.max(patienceMs, 2 * usualMs), 10 * patienceMs);
    setTimeout(() => {
      if (mine.isTaken) return;
      begin(groupsAtOnce);
      if (!mine.isTaken) losePatience(mine);
    }, patientMs).unref();
  }

  return (item) =>
    new Promise((resolve, reject) => {
      const mine = { item, resolve, reject, isTaken: false };
      waiting.push(mine);
      losePatience(mine);
      gather();
    });
}
