import Link from "next/link";
import { ClientMessages } from "@/components/shell/client-messages";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { lacksEvidence } from "@/lib/domains/playbook/policy";
import { daysOverdue } from "@/lib/domains/playbook/rules/show-items";
import type { ShownItem } from "@/lib/domains/playbook/types/items";
import type { StepsView } from "@/lib/domains/playbook/types/step-results";
import type { PlaybookSide, Step } from "@/lib/domains/playbook/types/template";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { Day } from "@/lib/platform/time";
import { Stations, type StationsProps } from "./stations";
import { StepPanel } from "./stations/step-panel";
import { Tick, TickNews } from "./tick";
import { TickBoard } from "./tick-board";

export type ChecklistProps = Omit<StationsProps, "view"> & {
	view: StepsView | null;
	step: Step;
	items: readonly ShownItem[];
	side: PlaybookSide;
	userId: string;
	mayWork: boolean;
	today: Day;
	itemHref: (id: string) => string;
};

/** The five stations and the items of the chosen one. */
export async function Checklist({
	items,
	side,
	userId,
	mayWork,
	today,
	itemHref,
	...stations
}: ChecklistProps) {
	const t = await getTranslations("playbook");
	if (stations.stations.every(({ required }) => required === 0))
		return (
			<Card>
				<EmptyState title={t("list.empty")} description={t("list.emptyHint")} />
			</Card>
		);
	const step = t(`step.${stations.step}`);
	return (
		<div className="space-y-4">
			<Stations {...stations} />
			<StepPanel view={stations.view} step={stations.step} items={items} itemHref={itemHref} />
			<Card className="overflow-hidden">
				<CardHeader title={step} description={t(`stepWhat.${stations.step}`)} />
				<ClientMessages namespaces={["playbook", "errors"]}>
					<TickBoard userId={userId} label={step} shown={items.map(({ id }) => id)}>
						{items.map((item) => (
							<Row key={item.id} {...{ item, side, mayWork, today, href: itemHref(item.id) }} />
						))}
					</TickBoard>
				</ClientMessages>
				<p className="border-t px-5 py-2.5 text-ink-faint text-xs max-sm:hidden">{t("list.keys")}</p>
			</Card>
		</div>
	);
}

type RowProps = { item: ShownItem; side: PlaybookSide; mayWork: boolean; today: Day; href: string };

async function Row({ item, side, mayWork, today, href }: RowProps) {
	const t = await getTranslations("playbook");
	const { id, version, title, state, owner } = item;
	const needsEvidence = state !== "DONE" && side !== "PARTNER" && lacksEvidence(item);
	return (
		<li className="flex items-start gap-2 px-2 py-2.5 sm:gap-3 sm:px-4" data-item={item.key}>
			<Tick
				item={{ id, version, title, state, owner }}
				side={side}
				isOpen={mayWork && !item.isRetired && !needsEvidence}
			/>
			<div className="min-w-0 flex-1 pt-1">
				<Link
					data-open
					href={href}
					prefetch={false}
					className="font-medium text-ink text-sm underline-offset-4 hover:underline"
				>
					{title}
				</Link>
				<RowFacts item={item} today={today} needsEvidence={needsEvidence} />
				<TickNews itemId={id} version={version} />
			</div>
			{state === "PROPOSED" && <Badge tone="warning">{t("state.PROPOSED")}</Badge>}
		</li>
	);
}

async function RowFacts({
	item,
	today,
	needsEvidence,
}: {
	item: ShownItem;
	today: Day;
	needsEvidence: boolean;
}) {
	const [t, locale] = await Promise.all([getTranslations("playbook"), getLocale()]);
	const late = daysOverdue(item, today);
	return (
		<p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-faint text-xs">
			<span className="rounded bg-sunken px-1.5 py-0.5 text-ink-soft">{t(`owner.${item.owner}`)}</span>
			{item.isRetired ? (
				<span>{t("list.retired")}</span>
			) : item.state === "DONE" && item.movedAt ? (
				<span>
					{t("list.done", { by: item.movedByName ?? "", at: formatDateTime(item.movedAt, locale) })}
				</span>
			) : late > 0 ? (
				<span className="font-medium text-danger-ink">{t("list.overdue", { days: late })}</span>
			) : (
				<span>{t("list.due", { day: formatDate(item.dueOn, locale) })}</span>
			)}
			{!item.isRequired && <span>{t("list.optional")}</span>}
			{needsEvidence && <span className="text-warning-ink">{t("list.needs")}</span>}
			{item.evidenceCount > 0 && <span>{t("list.evidence", { count: item.evidenceCount })}</span>}
			{item.commentCount > 0 && <span>{t("list.comments", { count: item.commentCount })}</span>}
			{item.assigneeName && <span>{t("list.assignee", { name: item.assigneeName })}</span>}
		</p>
	);
}
