// One saved question: its form, how to read it, and its answer.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { get, encode } from "../api/client";
import type { QueryAnswer, QueryForm, QueryParameter } from "../api/types";
import { t } from "../language/strings";
import { Icon } from "../shell/icon";
import { Waiting, useLoaded } from "../shell/loading";
import { link, replace, route } from "../shell/router";
import { Answer } from "./answer";
import { FormField } from "./field";

export function Question({ name }: { name: string }): JSX.Element {
  const loaded = useLoaded(`query ${name}`, (signal) => get<QueryForm>(`queries/${encode(name)}`, {}, signal));
  return (
    <div class="sheet">
      <a class="back" href={link("questions")}><Icon name="back" size={14} />{t("nav.questions")}</a>
      <Waiting loaded={loaded}>{(form) => <Asking form={form} />}</Waiting>
    </div>
  );
}

type Values = Record<string, string>;

function Asking({ form }: { form: QueryForm }): JSX.Element {
  const { card } = form;
  const [values, setValues] = useState<Values>(() => given(form.parameters));
  const [asked, setAsked] = useState<Values | null>(() => (isComplete(form.parameters, given(form.parameters)) ? given(form.parameters) : null));
  useEffect(() => { if (asked) replace(link("questions", [card.name], changed(form.parameters, asked))); }, [asked]);
  const own = form.parameters.filter((one) => !one.filter), filters = form.parameters.filter((one) => one.filter);
  const put = (parameter: QueryParameter) => (value: string): void => setValues((old) => ({ ...old, [parameter.name]: value }));
  const fields = (list: readonly QueryParameter[]): JSX.Element[] => list.map((one) => <FormField key={one.name} parameter={one} value={values[one.name] ?? ""} put={put(one)} />);
  return (
    <>
      <header class="question-head">
        <h1>{card.title}</h1>
        <p class="lead">{card.says}</p>
      </header>
      <form class="question-form" onSubmit={(event) => { event.preventDefault(); setAsked({ ...values }); }}>
        {fields(own)}
        {filters.length > 0 && (
          <details class="filters" open={filters.some((one) => values[one.name])}><summary><Icon name="filter" size={13} />{t("questions.narrow")}</summary><div class="filter-fields">{fields(filters)}</div></details>
        )}
        <button class="primary" disabled={!isComplete(form.parameters, values)}>{t("questions.ask")}</button>
      </form>
      {(form.reading || form.limits) && (
        <details class="how-to-read"><summary>{t("questions.howToRead")}</summary>
          {form.reading && <p>{form.reading}</p>}
          {form.limits && <p><strong>{t("questions.limits")}</strong> {form.limits}</p>}
        </details>
      )}
      {asked && <Asked form={form} values={asked} />}
    </>
  );
}

function Asked({ form, values }: { form: QueryForm; values: Values }): JSX.Element {
  const sent = changed(form.parameters, values);
  const loaded = useLoaded(`answer ${form.card.name} ${JSON.stringify(sent)}`, (signal) => get<QueryAnswer>(`queries/${encode(form.card.name)}/answer`, sent, signal));
  return <Waiting loaded={loaded}>{(answer) => <Answer form={form} answer={answer} sent={sent} />}</Waiting>;
}

function given(parameters: readonly QueryParameter[]): Values {
  const address = route.value.parameters;
  return Object.fromEntries(parameters.map((one) => [one.name, address.get(one.name) ?? one.default ?? (one.filter ? "" : one.suggestions[0]?.value) ?? ""]));
}

function changed(parameters: readonly QueryParameter[], values: Values): Values {
  return Object.fromEntries(parameters.filter((one) => values[one.name] && !(one.filter && values[one.name] === one.default)).map((one) => [one.name, values[one.name] ?? ""]));
}

function isComplete(parameters: readonly QueryParameter[], values: Values): boolean {
  return parameters.every((one) => one.filter || values[one.name] || one.default !== null);
}
