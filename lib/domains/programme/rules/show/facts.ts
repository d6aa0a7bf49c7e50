import { shareOf } from "@/lib/domains/programme/rules/show/names";
import type { ProgrammeWords } from "@/lib/domains/programme/rules/show/words";
import type { ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { formatBps, formatCompactFen } from "@/lib/platform/format";

export const factKeys = ["net", "expected", "attributed", "unattributed", "projected"] as const;
export type FactKey = (typeof factKeys)[number];
export type Fact = { key: FactKey; label: string; fen: bigint; note: string };

/** Net GMV against the sum of the targets, and what it is made of. */
export function factsOf(
	{ overview }: Pick<ProgrammeDashboard, "overview">,
	{ t, locale }: ProgrammeWords,
): Fact[] {
	const { netFen, targetFen, expectedFen, attributedFen, unattributedFen, projectedFen } = overview;
	const compact = (fen: bigint) => formatCompactFen(fen, locale).text;
	const ahead = netFen - expectedFen;
	const magnitude = compact(ahead < 0n ? -ahead : ahead);
	const share = (fen: bigint, whole: bigint) => formatBps(shareOf(fen, whole));
	/** Cut like the other; together the two are the whole. */
	const unattributed = netFen > 0n ? 10_000n - shareOf(attributedFen, netFen) : 0n;
	return [
		{
			key: "net",
			label: t("stats.net"),
			fen: netFen,
			note: t("stats.ofTarget", { target: compact(targetFen), share: share(netFen, targetFen) }),
		},
		{
			key: "expected",
			label: t("stats.expectedNow"),
			fen: expectedFen,
			note: t(ahead < 0n ? "stats.behind" : "stats.ahead", { amount: magnitude }),
		},
		{
			key: "attributed",
			label: t("stats.attributed"),
			fen: attributedFen,
			note: t("stats.share", { share: share(attributedFen, netFen) }),
		},
		{
			key: "unattributed",
			label: t("stats.unattributed"),
			fen: unattributedFen,
			note: t("stats.share", { share: formatBps(unattributed) }),
		},
		{
			key: "projected",
			label: t("stats.projected"),
			fen: projectedFen,
			note: t("stats.ofTarget", { target: compact(targetFen), share: share(projectedFen, targetFen) }),
		},
	];
}
