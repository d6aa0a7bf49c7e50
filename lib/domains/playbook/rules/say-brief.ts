import { type Say, showHundredths, showValue } from "@/lib/domains/playbook/rules/show-criteria";
import type { Brief } from "@/lib/domains/playbook/types/brief";
import { formatBps, formatDate, formatFen } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";

/** Change of the net GMV on the week before in basis points; null where there was none to compare with. */
export function changeOf({ netFen, beforeFen }: Pick<Brief, "netFen" | "beforeFen">): number | null {
	const [now, before] = [BigInt(netFen), BigInt(beforeFen)];
	return before > 0n ? Number(((now - before) * 10_000n) / before) : null;
}

/** The week in one sentence: what the mail's subject says. */
export function sayHeadline(t: Say, brief: Brief): string {
	const now = formatFen(BigInt(brief.netFen));
	const change = changeOf(brief);
	if (change === null) return t("brief.headline.first", { now });
	if (change === 0) return t("brief.headline.flat", { now });
	return t(change > 0 ? "brief.headline.up" : "brief.headline.down", {
		now,
		change: formatBps(Math.abs(change)),
	});
}

export function sayChange(
	t: Say,
	{ step, day, to, missing }: Brief["changes"][number],
	stepName: string,
	locale: Locale,
): string {
	const said = { step, name: stepName, day: formatDate(day, locale) };
	return to === "CLOSED"
		? t("brief.closed", said)
		: t("brief.reopened", {
				...said,
				missing: missing.map((code) => t(`criterion.${code}`)).join(t("list")),
			});
}

export function sayProduct(t: Say, product: NonNullable<Brief["product"]>): string {
	const said = { name: product.name, fen: formatFen(BigInt(product.fen)), sales: product.sales };
	if (product.hundredths === null) return t("brief.productPlain", said);
	const value = t("unit.times", { value: showHundredths(product.hundredths) });
	return t("brief.productLine", { ...said, value });
}

export function sayMove(t: Say, { code, from, to, threshold, crossed }: Brief["moves"][number]): string {
	const show = (value: number | null) => (value === null ? "–" : showValue(t, code, value));
	const mark = crossed === null ? "" : ` · ${t(crossed === "UP" ? "moves.up" : "moves.down")}`;
	const needs = t("panel.threshold", { value: showValue(t, code, threshold) });
	return `${t(`criterion.${code}`)} ${show(from)} → ${show(to)} (${needs}${mark})`;
}

/** The whole brief as the lines of a mail. */
export function sayBrief(
	t: Say,
	brief: Brief,
	names: Readonly<Record<number, string>>,
	locale: Locale,
): string {
	const { items, streamers, product, changes, moves, policyVersion } = brief;
	const change = changeOf(brief);
	const part = (title: string, lines: readonly string[], none: string) =>
		`${title}\n${(lines.length > 0 ? lines : [none]).map((line) => `· ${line}`).join("\n")}`;
	return [
		part(
			t("brief.gmv"),
			[
				`${formatFen(BigInt(brief.netFen))}${t("list")}${t("brief.wow")} ${change === null ? t("brief.noBefore") : formatBps(change, { signed: true })}`,
			],
			"",
		),
		part(
			t("brief.steps"),
			changes.map((one) => sayChange(t, one, names[one.step] ?? "", locale)),
			t("brief.stepsNone"),
		),
		part(
			policyVersion
				? `${t("brief.criteria")} (${t("brief.policy", { version: policyVersion })})`
				: t("brief.criteria"),
			moves.map((move) => sayMove(t, move)),
			t("brief.criteriaNone"),
		),
		part(
			t("brief.items"),
			[
				t("brief.done", { count: items.done }),
				t("brief.overdue", { count: items.overdue }),
				t("brief.due", { count: items.due }),
			],
			"",
		),
		part(t("brief.product"), product ? [sayProduct(t, product)] : [], t("brief.productNone")),
		part(
			t("brief.streamers"),
			streamers.count > 0
				? [
						t("brief.streamersLine", { count: streamers.count, before: streamers.before }),
						...streamers.top.map(({ streamerId, fen }) => `${streamerId} ${formatFen(BigInt(fen))}`),
					]
				: [],
			t("brief.streamersNone"),
		),
	].join("\n\n");
}
