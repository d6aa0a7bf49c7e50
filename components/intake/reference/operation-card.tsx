import { Badge } from "@/components/ui/badge";
import { Card, CardBody } from "@/components/ui/card";
import {
	type ApiField,
	type ApiOperation,
	fieldKey,
	fieldsOf,
} from "@/lib/domains/intake/rules/read-document";
import { getTranslations } from "@/lib/platform/i18n/server";
import { CodeBlock, CodeText } from "./code-block";
import { type FieldItem, FieldTable } from "./field-table";

/** Messages of the document are looked up by names the document gives; a test holds both together. */
async function openWords() {
	const t = await getTranslations("apidoc");
	return t as unknown as (key: string) => string;
}

export async function OperationCard({ operation, server }: { operation: ApiOperation; server: string }) {
	const t = await openWords();
	const { id, method, path, scope, parameters, request, answer, refusals } = operation;
	const groups = fieldsOf[id as keyof typeof fieldsOf];
	const itemsOf = (group: string, fields: readonly ApiField[]): FieldItem[] =>
		fields.map((field) => ({ ...field, text: t(`fields.${group}.${fieldKey(field.path)}`) }));
	return (
		<Card id={id} className="scroll-mt-20" aria-labelledby={`${id}-title`}>
			<CardBody className="space-y-5 pt-5">
				<header className="space-y-1.5">
					<h2 id={`${id}-title`} className="font-semibold text-base text-ink">
						{t(`operations.${id}.summary`)}
					</h2>
					<p className="flex flex-wrap items-center gap-2">
						<Badge tone={method === "GET" ? "info" : "brand"}>{method}</Badge>
						<code className="wrap-anywhere font-mono text-sm">{path}</code>
						<span className="text-ink-faint text-xs">
							{t("needs")} <code className="font-mono">{scope}</code>
						</span>
					</p>
					<p className="max-w-3xl text-ink-soft text-sm">
						<CodeText text={t(`operations.${id}.description`)} />
					</p>
				</header>
				<Part title={t("parameters_title")}>
					<FieldTable
						label={`${path} · ${t("parameters_title")}`}
						fields={parameters.map((one) => ({
							...one,
							place: t(`place.${one.place}`),
							text: t(`parameters.${fieldKey(one.path)}`),
						}))}
					/>
				</Part>
				{request && (
					<Part title={t("request")}>
						<FieldTable
							label={`${path} · ${t("request")}`}
							fields={itemsOf(groups.request, request.fields)}
						/>
					</Part>
				)}
				<Part title={t("answer")} hint={t(`operations.${id}.answer`)}>
					<FieldTable label={`${path} · ${t("answer")}`} fields={itemsOf(groups.answer, answer.fields)} />
				</Part>
				<div className="grid gap-4 xl:grid-cols-2">
					<CodeBlock label={t("example")} text={commandOf(operation, server)} />
					<CodeBlock label={t("answerExample")} text={JSON.stringify(answer.example, null, 2)} />
				</div>
				<Part title={t("refusals")}>
					<dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[4rem_1fr]">
						{refusals.map(({ status }) => (
							<div key={status} className="contents">
								<dt className="figure font-medium">{status}</dt>
								<dd className="text-ink-soft max-sm:mb-1">{t(`statuses.${status}`)}</dd>
							</div>
						))}
					</dl>
				</Part>
			</CardBody>
		</Card>
	);
}

function Part({ title, hint, children }: { title: string; hint?: string; children: React.ReactNode }) {
	return (
		<section className="space-y-2">
			<h3 className="font-medium text-sm">
				{title}
				{hint && <span className="ml-2 font-normal text-ink-faint text-xs">{hint}</span>}
			</h3>
			{children}
		</section>
	);
}

function commandOf({ method, path, request }: ApiOperation, server: string): string {
	const address = `${server}${path.replace("{id}", "imp_mgq3v7k2x9w4")}${path.endsWith("totals") ? "?by=month" : ""}`;
	const lines = [
		`curl ${method === "POST" ? "-X POST " : ""}'${address}'`,
		`-H "Authorization: Bearer $KEY"`,
	];
	if (request)
		lines.push(
			`-H "Content-Type: ${request.types[0]}"`,
			`-H "Idempotency-Key: delivery-1"`,
			`-d '${JSON.stringify(request.example)}'`,
		);
	return lines.join(" \\\n  ");
}
