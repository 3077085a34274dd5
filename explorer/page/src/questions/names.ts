// Names of the things whose ids a column holds.
import { useEffect, useState } from "preact/hooks";
import { send } from "../api/client";
import type { Network, QueryAnswer } from "../api/types";
import { idsOf, isKeyColumn, valueOf } from "./cells";

const MOST = 400;

/** The names by the ids in a column; none where the column holds no ids, or until they are there. */
export function useNames(answer: QueryAnswer, column: unknown): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (typeof column !== "string" || !isKeyColumn(answer, column)) return;
    const ids = [...new Set(answer.rows.flatMap((_, i) => idsOf(valueOf(answer, i, column))))].slice(0, MOST);
    send<Network>("POST", "network", { ids }).then(({ things }) => setNames(new Map(things.map((thing) => [thing.id, thing.label]))), () => undefined);
  }, [answer, column]);
  return names;
}
