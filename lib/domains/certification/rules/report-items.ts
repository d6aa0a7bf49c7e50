import { computeItemStatistics, type Response } from "@/lib/domains/certification/rules/item-statistics";
import { readChoice } from "@/lib/domains/certification/rules/mark-paper";
import type { ItemReport, MarkedResponse } from "@/lib/domains/certification/types/statistics";

/**
 * What marked sittings say of each version of a question, those with a flag and then the least discriminating first. A case
 * counts as right when all its parts are, and has no distractors of its own.
 */
export function reportItems(marked: readonly MarkedResponse[]): ItemReport[] {
	const byVersion = Map.groupBy(marked, ({ versionId }) => versionId);
	return [...byVersion.values()]
		.flatMap(([first, ...more]) => (first ? [reportItem(first, [first, ...more])] : []))
		.sort(
			(a, b) =>
				Number(b.flags.length > 0) - Number(a.flags.length > 0) ||
				(a.discrimination ?? 2) - (b.discrimination ?? 2) ||
				(a.code < b.code ? -1 : 1),
		);
}

function reportItem(item: MarkedResponse, marked: readonly MarkedResponse[]): ItemReport {
	const only = item.parts.length === 1 ? item.parts[0] : undefined;
	const options = only ? (only.kind === "boolean" ? 2 : only.options.length) : 0;
	const found = computeItemStatistics(
		marked.map((one) => respond(one, only !== undefined)),
		{ options, key: only?.key ?? [] },
	);
	const { questionId, versionId, code, stem, topic } = item;
	return { ...found, questionId, versionId, code, stem, topic };
}

/** An answer with the rest of its paper: the question itself is left out of what it is compared with. */
function respond(one: MarkedResponse, isSingle: boolean): Response {
	const of = one.orders.length;
	const rest = one.sittingOf - of;
	return {
		correct: one.points === of,
		rest: rest > 0 ? (one.sittingPoints - one.points) / rest : 0,
		chosen: isSingle ? (readChoice(one.orders[0] ?? [], one.answer?.[0] ?? null) ?? []) : [],
	};
}

/** Each paper as the difficulties of its questions, for the comparison of draws; what nobody else had is left out. */
export function difficultiesOf(
	marked: readonly MarkedResponse[],
	items: readonly ItemReport[],
): { sittingId: string; difficulties: number[] }[] {
	const known = new Map(items.map(({ versionId, difficulty }) => [versionId, difficulty]));
	return [...Map.groupBy(marked, ({ sittingId }) => sittingId)].map(([sittingId, questions]) => ({
		sittingId,
		difficulties: questions.flatMap(({ versionId }) => known.get(versionId) ?? []),
	}));
}
