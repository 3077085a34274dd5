// The things whose ids a column holds.
import { useEffect, useState } from "preact/hooks";
import { send } from "../api/client";
import type { Network, QueryAnswer, Thing } from "../api/types";
import { idsOf, isKeyColumn, valueOf } from "./cells";

const MOST = 1000;

/** The things by the ids in a column; none where the column holds no ids, or until they are there. */
export function useThings(answer: QueryAnswer, column: unknown): ReadonlyMap<string, Thing> {
  const [found, setFound] = useState<ReadonlyMap<string, Thing>>(new Map());
  useEffect(() => {
    if (typeof column !== "string" || !isKeyColumn(answer, column)) return;
    const ids = [...new Set(answer.rows.flatMap((_, i) => idsOf(valueOf(answer, i, column))))].slice(0, MOST);
    send<Network>("POST", "network", { ids }).then(({ things }) => setFound(new Map(things.map((thing) => [thing.id, thing]))), () => undefined);
  }, [answer, column]);
  return found;
}
