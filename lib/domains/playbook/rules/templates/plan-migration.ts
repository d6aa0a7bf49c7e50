import { compareTemplates } from "@/lib/domains/playbook/rules/templates/compare-templates";
import type { TemplateItem } from "@/lib/domains/playbook/types/template";
import type { HeldItem, MigrationPlan, RetiredTrace } from "@/lib/domains/playbook/types/template-desk";
import { addDays, type Day } from "@/lib/platform/time";

/** Days a brand has at least for what a migration newly asks of it. */
export const migrationGraceDays = 7;

type Running = {
	/** What the brand has, retired items among it. */
	items: readonly HeldItem[];
	from: readonly TemplateItem[];
	to: readonly TemplateItem[];
	/** The day its playbook began, and the day of the migration. */
	start: Day;
	today: Day;
};

/**
 * What moving a running playbook to another version means, item by item. An item is the same under the same key: its state,
 * evidence and history stay. What the new version has no more is retired, never deleted. A new or a newly dated item is due as
 * the version says, but never sooner than a week from now; what is done keeps its day.
 */
export function planMigration({ items, from, to, start, today }: Running): MigrationPlan {
	const held = new Map(items.map((one) => [one.key, one]));
	const changes = new Map(compareTemplates(from, to).map((change) => [change.item.key, change]));
	const soonest = addDays(today, migrationGraceDays);
	const dueOn = (item: TemplateItem) => {
		const day = addDays(start, item.dueAfterDays);
		return day < soonest ? soonest : day;
	};
	const wanted = new Set(to.map(({ key }) => key));
	return {
		added: to.flatMap((item, position) =>
			held.has(item.key) ? [] : [{ item, position, dueOn: dueOn(item) }],
		),
		kept: to.flatMap((item, position) => {
			const one = held.get(item.key);
			if (!one) return [];
			const change = changes.get(item.key);
			const isDatedAnew =
				one.state !== "DONE" &&
				(one.isRetired || (change?.kind === "CHANGED" && change.fields.includes("dueAfterDays")));
			return {
				...{ id: one.id, item, position, dueOn: isDatedAnew ? dueOn(item) : one.dueOn },
				...{ isChanged: change?.kind === "CHANGED", isBack: one.isRetired, state: one.state },
				isMoved: change?.kind === "CHANGED" || one.isRetired,
			};
		}),
		retired: items
			.filter((one) => !one.isRetired && !wanted.has(one.key))
			.map((one) => ({ id: one.id, key: one.key, trace: traceOf(one) })),
	};
}

function traceOf({ state, isWorkedOn }: HeldItem): RetiredTrace {
	if (state !== "OPEN") return state;
	return isWorkedOn ? "WORKED" : null;
}
