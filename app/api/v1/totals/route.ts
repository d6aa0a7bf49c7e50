import { computeMonthTotals, computeShopTotals, computeTotals } from "@/lib/domains/gmv/data/totals";
import { totalsQuerySchema } from "@/lib/domains/intake/schema/keys";
import { answer, answerKey, refuseRequest } from "../answer";

export function GET(request: Request): Promise<Response> {
	return answerKey(request, "totals:read", async ({ sourceCode: source }) => {
		const query = totalsQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
		if (!query.success)
			return refuseRequest(request, "QUERY_INVALID", { detail: "by = total | month | shop" });
		switch (query.data.by) {
			case "month":
				return answer(200, { source, months: await computeMonthTotals(source) });
			case "shop":
				return answer(200, { source, shops: await computeShopTotals(source) });
			default:
				return answer(200, { source, total: await computeTotals(source) });
		}
	});
}
