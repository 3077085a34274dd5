// Articles that travel together: a matrix of how many people face both.
import type { JSX } from "preact";
import { counted } from "../language/strings";
import { idsOf } from "../questions/cells";
import { openRow } from "./blocks";
import type { BlockProperties } from "./blocks";

const MOST = 12;

export function Together({ answer }: BlockProperties): JSX.Element {
  const column = answer.columns.findIndex((one) => one.kind === "Provision");
  const people = answer.columns.findIndex((one) => one.name === "people"), unnamed = answer.columns.findIndex((one) => one.name === "unnamed");
  const sums = new Map<string, number>(), pairs = new Map<string, { value: number; row: number }>();
  answer.rows.forEach((row, i) => {
    const value = Math.max(1, Number(row[people] ?? 0) + Number(row[unnamed] ?? 0));
    const articles = idsOf(row[column]);
    for (const a of articles) {
      sums.set(a, (sums.get(a) ?? 0) + value);
      for (const b of articles) if (a !== b) pairs.set(`${a} ${b}`, { value: (pairs.get(`${a} ${b}`)?.value ?? 0) + value, row: i });
    }
  });
  const names = [...sums].sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([name]) => name).sort();
  const most = Math.max(1, ...[...pairs.values()].map(({ value }) => value));
  return (
    <div class="wide"><table class="matrix small">
      <thead><tr><td />{names.map((name) => <th key={name} scope="col"><span>{name.replace(":", " ")}</span></th>)}</tr></thead>
      <tbody>
        {names.map((a) => (
          <tr key={a}><th scope="row">{a.replace(":", " ")}</th>
            {names.map((b) => {
              const pair = pairs.get(`${a} ${b}`);
              if (!pair) return <td key={b} class="heat" />;
              return <td key={b} class={`heat heat-${Math.ceil((pair.value / most) * 5)}`}><button class="cell" title={`${a}, ${b}: ${counted("people", pair.value)}`} onClick={() => openRow(answer, pair.row)}>{pair.value}</button></td>;
            })}
          </tr>
        ))}
      </tbody>
    </table></div>
  );
}
