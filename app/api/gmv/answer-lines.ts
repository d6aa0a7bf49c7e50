import { streamCellLines } from "@/lib/domains/gmv/data/cell-export";
import { type ShopView, seesDay } from "@/lib/domains/gmv/data/shop-view";
import { renderExportHeader, renderOrderLine } from "@/lib/domains/gmv/rules/render-export";
import type { CellExport } from "@/lib/domains/gmv/schema/explorer";
import { reportReader } from "@/lib/platform/db/reports";
import { getTranslations } from "@/lib/platform/i18n/server";

const columns = [
	"event",
	"line",
	"type",
	"time",
	"channel",
	"productCode",
	"product",
	"buyer",
	"quantity",
	"amount",
	"source",
] as const;

/** Every order line of the cell with exact values, streamed; amounts of refunds are negative, so that they add up to net. */
export async function answerLines(view: ShopView, asked: CellExport): Promise<Response> {
	const { day } = asked;
	const channel = asked.channel ?? null;
	if (!(await seesDay(view, day))) return new Response(null, { status: 404 });
	const [t, tGmv] = await Promise.all([getTranslations("explorer"), getTranslations("gmv")]);
	const steps = streamCellLines(reportReader(), view, day, channel);
	const encoder = new TextEncoder();
	const header = renderExportHeader(
		columns.map((column) => (column === "amount" ? `${t("day.amount")} (CNY)` : t(`day.${column}`))),
	);
	const body = new ReadableStream<Uint8Array>({
		start: (controller) => controller.enqueue(encoder.encode(header)),
		async pull(controller) {
			const step = await steps.next();
			if (step.done) return controller.close();
			const text = step.value
				.map((line) => renderOrderLine(line, t(`day.${line.type}`), tGmv(`channel.${line.channel}`)))
				.join("");
			controller.enqueue(encoder.encode(text));
		},
		cancel: async () => {
			await steps.return(undefined);
		},
	});
	const name = `order-lines-${view.code.replace(/[^\w.-]+/g, "_")}-${day}${channel ? `-${channel}` : ""}.csv`;
	return new Response(body, {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="${name}"`,
			"cache-control": "private, no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
