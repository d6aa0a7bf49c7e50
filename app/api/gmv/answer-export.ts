import { readTotal } from "@/lib/domains/gmv/data/explorer";
import { streamExport } from "@/lib/domains/gmv/data/explorer-export";
import type { Selection } from "@/lib/domains/gmv/data/explorer-selection";
import { settleTotals } from "@/lib/domains/gmv/data/hold-totals";
import { listTracks } from "@/lib/domains/gmv/data/partners";
import { chooseGrain, resolveRange } from "@/lib/domains/gmv/rules/explorer-range";
import { renderExportHeader, renderExportLine } from "@/lib/domains/gmv/rules/render-export";
import type { ExplorerFilter } from "@/lib/domains/gmv/schema/explorer";
import type { SaleChannel } from "@/lib/domains/gmv/types";
import { primaryReader, reportReader } from "@/lib/platform/db/reports";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays, businessDayOf } from "@/lib/platform/time";

/** Names of the groups that the reader's language names; partners and shops come with their own. */
async function openNames(selection: Selection) {
	const [t, tGmv, locale, tracks] = await Promise.all([
		getTranslations("explorer"),
		getTranslations("gmv"),
		getLocale(),
		listTracks(),
	]);
	return (key: string | null): string => {
		if (key === null) return t("rows.unattributed");
		if (selection.group === "channel") return tGmv(`channel.${key as SaleChannel}`);
		const track = tracks.find(({ code }) => code === key);
		return (locale === "en" ? track?.nameEn : track?.nameZh) ?? key;
	};
}

/** All groups of all periods with exact amounts, streamed; the last line is the total, and what counts twice stands before it. */
export async function answerExport(selection: Selection, filter: ExplorerFilter): Promise<Response> {
	const [t, nameOf] = await Promise.all([getTranslations("explorer"), openNames(selection)]);
	const range = resolveRange(filter.preset, businessDayOf(new Date()), filter.from, filter.to);
	const { knownOn } = selection;
	if (knownOn) await settleTotals();
	const reports = knownOn ? primaryReader() : reportReader();
	const steps = streamExport(reports, selection, range, chooseGrain(range, filter.by));
	const encoder = new TextEncoder();
	const sum = { paidFen: 0n, refundedFen: 0n };
	const header = renderExportHeader(
		[
			t("export.period"),
			t("export.code"),
			t(`group.${selection.group}`),
			t("measure.paid"),
			t("measure.refunded"),
			t("measure.net"),
		].map((column, index) => (index > 2 ? `${column} (CNY)` : column)),
	);
	async function closing(): Promise<string> {
		const total = await readTotal(reports, selection, range);
		const overlap = {
			paidFen: total.paidFen - sum.paidFen,
			refundedFen: total.refundedFen - sum.refundedFen,
		};
		const hasOverlap = overlap.paidFen !== 0n || overlap.refundedFen !== 0n;
		const line = { period: `${range.from}/${addDays(range.to, -1)}`, code: "" };
		return [
			hasOverlap ? renderExportLine({ ...line, name: t("rows.overlap"), ...overlap }) : "",
			renderExportLine({ ...line, name: t("rows.total"), ...total }),
		].join("");
	}
	const body = new ReadableStream<Uint8Array>({
		start: (controller) => controller.enqueue(encoder.encode(header)),
		async pull(controller) {
			const step = await steps.next();
			if (step.done) {
				controller.enqueue(encoder.encode(await closing()));
				controller.close();
				return;
			}
			const lines = step.value.map(({ bucket, key, name, code, ...amounts }) => {
				sum.paidFen += amounts.paidFen;
				sum.refundedFen += amounts.refundedFen;
				return renderExportLine({ period: bucket, code: code ?? "", name: name ?? nameOf(key), ...amounts });
			});
			controller.enqueue(encoder.encode(lines.join("")));
		},
		cancel: async () => {
			await steps.return(undefined);
		},
	});
	return new Response(body, {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="gmv-${selection.group}-${range.from}-${addDays(range.to, -1)}${knownOn ? `-known-${filter.knownOn.replace(":", "")}` : ""}.csv"`,
			"cache-control": "private, no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
