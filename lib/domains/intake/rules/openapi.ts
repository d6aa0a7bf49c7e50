import { z } from "zod";
import { type apiScopes, maxBodyBytes, maxRecordsPerRequest } from "@/lib/domains/intake/constants";
import { batchAnswer, importAnswer, problem, totalsAnswer } from "@/lib/domains/intake/schema/answers";
import { orderLineRecord, shopDayRecord } from "@/lib/domains/intake/schema/records";

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { target: "openapi-3.0" });
const content = (schema: z.ZodType, type = "application/json") => ({ [type]: { schema: schemaOf(schema) } });
const refused = (description: string) => ({
	description,
	content: content(problem, "application/problem+json"),
});

const refusals = {
	"400": refused("The body or the query cannot be read; nothing was recorded."),
	"401": refused("No key, or one that is unknown, expired or revoked."),
	"403": refused("The key may not do this."),
};

const idempotencyKey = {
	name: "Idempotency-Key",
	in: "header",
	required: false,
	schema: { type: "string", maxLength: 255 },
	description: "Sent again with the same body, the request gets its first answer and has no second effect.",
};

function writing(summary: string, scope: (typeof apiScopes)[number], record: z.ZodType) {
	return {
		post: {
			summary,
			description: `Needs \`${scope}\`. At most ${maxRecordsPerRequest} records and ${maxBodyBytes / 1024 / 1024} MB; larger deliveries are files. One batch: all good records or none.`,
			security: [{ key: [] }],
			parameters: [idempotencyKey],
			requestBody: {
				required: true,
				content: {
					"application/x-ndjson": { schema: schemaOf(record) },
					"application/json": { schema: schemaOf(z.array(record)) },
				},
			},
			responses: {
				"200": { description: "Recorded; refused records are listed.", content: content(importAnswer) },
				...refusals,
				"409": refused("The same Idempotency-Key is being worked on."),
				"413": refused("Too large."),
				"415": refused("Neither JSON nor NDJSON."),
				"422": refused(
					"The Idempotency-Key was used with another body, or the source sends facts of another grain.",
				),
				"503": refused("The database cannot be reached; send it again."),
			},
		},
	};
}

/** The document of the API, made from the schemas the handlers answer with. `server` is the portal's own address. */
export function describeApi(server: string): Record<string, unknown> {
	return {
		openapi: "3.0.3",
		info: {
			title: "造风者 windmaker facts API",
			version: "1",
			description:
				"Send order facts exactly once and ask what became of them. Days are Asia/Shanghai, amounts CNY.",
		},
		servers: [{ url: server }],
		components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
		paths: {
			"/api/v1/orders": writing("Send order lines", "orders:write", orderLineRecord),
			"/api/v1/shop-days": writing("Send shop-day sums", "shop-days:write", shopDayRecord),
			"/api/v1/batches/{id}": {
				get: {
					summary: "What became of a batch",
					description: "Needs `batches:read`. Only batches of the key's own source.",
					security: [{ key: [] }],
					parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
					responses: {
						"200": { description: "Its state and counts.", content: content(batchAnswer) },
						...refusals,
						"404": refused("No such batch of this source."),
					},
				},
			},
			"/api/v1/totals": {
				get: {
					summary: "Totals of the key's own source, from the facts",
					description: "Needs `totals:read`.",
					security: [{ key: [] }],
					parameters: [
						{
							name: "by",
							in: "query",
							schema: { type: "string", enum: ["total", "month", "shop"], default: "total" },
						},
					],
					responses: { "200": { description: "Totals.", content: content(totalsAnswer) }, ...refusals },
				},
			},
		},
	};
}
