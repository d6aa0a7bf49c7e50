import type { ItemRow, ShownItem } from "@/lib/domains/playbook/types/items";
import type { StepState } from "@/lib/domains/playbook/types/steps";
import type { Step, TemplateItem } from "@/lib/domains/playbook/types/template";
import { type Day, daysBetween } from "@/lib/platform/time";

/** An item with the words of the version it stands under. */
export function withWords<Row extends ItemRow>(
	row: Row,
	templates: ReadonlyMap<number, readonly TemplateItem[]>,
	language: "zh" | "en",
): Row & ShownItem {
	const words = templates.get(row.templateVersion)?.find(({ key }) => key === row.key);
	return { ...row, title: words?.title[language] ?? row.key, text: words?.text[language] ?? "" };
}

/** Calendar days an item that is not done is past its day; 0 on the day itself and for what is done or dropped. */
export function daysOverdue(item: Pick<ItemRow, "state" | "isRetired" | "dueOn">, today: Day): number {
	return item.state === "DONE" || item.isRetired ? 0 : Math.max(0, daysBetween(item.dueOn, today));
}

export type Station = { step: Step; required: number; done: number; overdue: number };

/** How far each step is, by its required items. */
export function stationsOf(items: readonly ItemRow[], today: Day): Station[] {
	return ([1, 2, 3, 4, 5] as const).map((step) => {
		const standing = items.filter((item) => item.step === step && !item.isRetired);
		const required = standing.filter(({ isRequired }) => isRequired);
		return {
			step,
			required: required.length,
			done: required.filter(({ state }) => state === "DONE").length,
			overdue: standing.filter((item) => daysOverdue(item, today) > 0).length,
		};
	});
}

/** The first step that is not closed; without a judgement, the first with a required item to do. Null when all are. */
export function stepToWork(
	stations: readonly Station[],
	judged?: readonly { readonly step: Step; readonly state: StepState }[],
): Step | null {
	if (judged) return judged.find(({ state }) => state !== "CLOSED")?.step ?? null;
	return stations.find(({ done, required }) => done < required)?.step ?? null;
}

/** What somebody should look at first: overdue, oldest first; then what waits for an answer; then what is due soon. */
export function attentionOf<Row extends ItemRow>(items: readonly Row[], today: Day, soon: Day): Row[] {
	const rank = (item: Row) => (daysOverdue(item, today) > 0 ? 0 : item.state === "PROPOSED" ? 1 : 2);
	return items
		.filter(
			(item) => item.state !== "DONE" && !item.isRetired && (item.dueOn <= soon || item.state === "PROPOSED"),
		)
		.sort((a, b) => rank(a) - rank(b) || a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id));
}

/** An item that a newer template dropped is shown for what was done with it, and not where there was nothing. */
export function isWorthShowing(
	item: Pick<ItemRow, "isRetired" | "state" | "evidenceCount" | "commentCount">,
): boolean {
	return !item.isRetired || item.state !== "OPEN" || item.evidenceCount + item.commentCount > 0;
}
