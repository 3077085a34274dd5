// A field of a question's form: a picker for things, a date, a number, or text with suggestions.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { get, encode } from "../api/client";
import type { QueryParameter, ThingPage } from "../api/types";
import { kindOf, schema } from "../canvas/schema";
import { t } from "../language/strings";
import { SearchBox } from "../search/box";
import { capital } from "./cells";

interface FieldProperties { parameter: QueryParameter; value: string; put: (value: string) => void }

export function FormField({ parameter, value, put }: FieldProperties): JSX.Element {
  const id = `field-${parameter.name}`;
  const thing = schema.value.kinds.some((kind) => kind.name === parameter.type);
  return (
    <div class={`field ${parameter.type}`}>
      <label for={id}>{capital(parameter.label)}</label>
      {thing ? <ThingField id={id} parameter={parameter} value={value} put={put} /> : <PlainField id={id} parameter={parameter} value={value} put={put} />}
      {parameter.about && <p class="about">{parameter.about}</p>}
    </div>
  );
}

function PlainField({ id, parameter, value, put }: FieldProperties & { id: string }): JSX.Element {
  const type = parameter.type === "date" ? "date" : parameter.type === "integer" || parameter.type === "float" ? "number" : "text";
  const whole = type !== "date" || value === "" || /^\d{4}-\d{2}-\d{2}$/.test(value);
  const list = parameter.suggestions.length > 0 && type === "text" ? `${id}-list` : undefined;
  return (
    <>
      <input id={id} type={whole ? type : "text"} step={parameter.type === "float" ? "any" : undefined} list={list} value={value} onInput={(event) => put(event.currentTarget.value)} dir="auto" />
      {list && <datalist id={list}>{parameter.suggestions.map((one) => <option key={one.value} value={one.value}>{one.caption}</option>)}</datalist>}
    </>
  );
}

function ThingField({ id, parameter, value, put }: FieldProperties & { id: string }): JSX.Element {
  const [label, setLabel] = useState("");
  useEffect(() => {
    const suggested = parameter.suggestions.find((one) => one.value === value);
    setLabel(suggested?.caption ?? "");
    if (value && !suggested) get<ThingPage>(`things/${encode(value)}`, { most: 1 }).then((page) => setLabel(page.thing.label), () => setLabel(value));
  }, [value]);
  return (
    <>
      <SearchBox id={id} kinds={[parameter.type]} value={label} placeholder={t("field.pick", { kind: kindOf(parameter.type).label })} choose={(thing) => { setLabel(thing.label); put(thing.id); }} />
      {parameter.suggestions.length > 1 && (
        <div class="suggestions">
          {parameter.suggestions.filter((one) => one.value !== value).slice(0, 4).map((one) => <button type="button" class="chip" key={one.value} onClick={() => { setLabel(one.caption); put(one.value); }}>{one.caption}</button>)}
        </div>
      )}
    </>
  );
}
