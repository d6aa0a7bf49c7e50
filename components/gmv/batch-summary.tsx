import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionList } from "@/components/ui/description-list";
import type { UsedMapping } from "@/lib/domains/gmv/schema/mapping";
import { formatCount, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { BatchItem } from "./batch-table";

export type BatchFacts = BatchItem & {
	finishedAt: Date | null;
	startedBy: string | null;
	mapping: UsedMapping | null;
};

const parts = [
	{ name: "accepted", tone: "bg-success" },
	{ name: "duplicate", tone: "bg-line-strong" },
	{ name: "conflict", tone: "bg-warning" },
	{ name: "rejected", tone: "bg-danger" },
] as const;

/** Where every line of a batch went; the four parts are the whole. */
export async function BatchComposition({ batch }: { batch: BatchFacts }) {
	const t = await getTranslations("gmv");
	const figures = Object.fromEntries(
		(["lines", "accepted", "duplicate", "conflict", "rejected"] as const).map((name) => [
			name,
			formatCount(batch[name]),
		]),
	);
	return (
		<Card>
			<CardHeader title={t("imports.composition")} description={t("imports.addsUp", figures)} />
			<CardBody>
				<div aria-hidden="true" className="flex h-3 gap-px overflow-hidden rounded-full bg-sunken">
					{parts.map(({ name, tone }) =>
						batch[name] > 0 ? (
							<span key={name} className={cn("min-w-1.5", tone)} style={{ flexGrow: batch[name] }} />
						) : null,
					)}
				</div>
				<dl className="mt-4 grid grid-cols-2 gap-4 lg:grid-cols-4">
					{parts.map(({ name, tone }) => (
						<div key={name}>
							<dt className="flex items-center gap-2 text-ink-soft text-sm">
								<span aria-hidden="true" className={cn("size-2.5 rounded-xs", tone)} />
								{t(`imports.${name}`)}
							</dt>
							<dd className={cn("figure mt-1 font-semibold text-2xl", batch[name] === 0 && "text-ink-faint")}>
								{formatCount(batch[name])}
							</dd>
						</div>
					))}
				</dl>
			</CardBody>
		</Card>
	);
}

export async function BatchFactsCard({ batch }: { batch: BatchFacts }) {
	const [t, tMapping, locale] = await Promise.all([
		getTranslations("gmv"),
		getTranslations("mapping"),
		getLocale(),
	]);
	const seconds = batch.finishedAt ? (batch.finishedAt.getTime() - batch.startedAt.getTime()) / 1000 : null;
	const rate = seconds ? formatCount(Math.round(batch.lines / seconds)) : null;
	const items = [
		{ term: t("imports.source"), detail: <span className="font-mono">{batch.sourceCode}</span> },
		{ term: t("imports.grain"), detail: t(`grain.${batch.grain}`) },
		{
			term: tMapping("batch.term"),
			detail: describeMapping(batch.mapping, tMapping),
		},
		{ term: t("imports.startedBy"), detail: batch.startedBy ?? t("imports.system") },
		{ term: t("imports.startedAt"), detail: formatDateTime(batch.startedAt, locale) },
		{
			term: t("imports.finishedAt"),
			detail: batch.finishedAt ? formatDateTime(batch.finishedAt, locale) : null,
		},
		{
			term: t("imports.duration"),
			detail: seconds === null ? null : t("imports.seconds", { value: seconds.toFixed(1) }),
		},
		...(batch.state === "DONE" && rate
			? [{ term: t("imports.rate"), detail: t("imports.linesPerSecond", { value: rate }) }]
			: []),
		{
			term: t("imports.batch"),
			detail: <CopyableId value={batch.id} label={t("imports.batch")} shortened />,
		},
	];
	return (
		<Card>
			<CardBody className="pt-5">
				<DescriptionList items={items} columns={3} />
			</CardBody>
		</Card>
	);
}

type Translate = Awaited<ReturnType<typeof getTranslations<"mapping">>>;

function describeMapping(mapping: UsedMapping | null, t: Translate): string {
	if (!mapping) return t("batch.none");
	const { name, version } = mapping;
	return name === null ? t("batch.unnamed") : t("batch.named", { name, version: String(version) });
}
