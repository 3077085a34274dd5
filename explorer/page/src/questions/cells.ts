// Values of an answer's cells.
import type { QueryAnswer, QueryColumn } from "../api/types";

/** The ids in a cell: one, or a list. */
export function idsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.flatMap(idsOf) : [];
}

/** The words of one or more columns of a row, put together. */
export function textOf(answer: QueryAnswer, row: number, names: unknown): string {
  const list = Array.isArray(names) ? names.map(String) : [String(names)];
  return list.map((name) => (answer.texts[row]?.[columnOf(answer, name)] ?? []).join(", ")).filter(Boolean).join(", ");
}

export function numberOf(answer: QueryAnswer, row: number, name: unknown): number {
  const value = answer.rows[row]?.[columnOf(answer, name)];
  return typeof value === "number" ? value : Array.isArray(value) ? value.length : Number(value) || 0;
}

export function valueOf(answer: QueryAnswer, row: number, name: unknown): unknown {
  return name === null || name === undefined ? null : answer.rows[row]?.[columnOf(answer, name)];
}

function columnOf(answer: QueryAnswer, name: unknown): number {
  return answer.columns.findIndex((column) => column.name === name);
}

export function isKeyColumn(answer: QueryAnswer, name: string): boolean {
  return answer.columns.some((column) => column.name === name && column.kind !== null);
}

/** Whether a column is for reading: ids are not, but for those of provisions, which are their names. */
export function isReadable({ kind, heading }: QueryColumn): boolean {
  return (kind === null && heading !== "id") || kind === "Provision";
}

/** The ids of all things that a row is about. */
export function idsOfRow(answer: QueryAnswer, row: number): string[] {
  const ids = answer.columns.flatMap((column, i) => (column.kind !== null || column.heading === "id" ? idsOf(answer.rows[row]?.[i]) : []));
  return [...new Set(ids)];
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
