import { z } from "zod";
import { guarantees } from "@/lib/domains/trust/constants/guarantees";

/** The report's choices as they stand in the address. */
export const reportFilterSchema = z.object({
	guarantee: z
		.enum(["ANY", ...guarantees])
		.catch("ANY")
		.default("ANY"),
	window: z.coerce
		.number()
		.pipe(z.union([z.literal(30), z.literal(60), z.literal(90)]))
		.catch(30)
		.default(30),
	shop: z.string().trim().max(60).catch("").default(""),
});
export type ReportFilter = z.output<typeof reportFilterSchema>;
