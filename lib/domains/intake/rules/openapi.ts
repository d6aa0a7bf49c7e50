import { z } from "zod";
import { type apiScopes, maxBodyBytes, maxRecordsPerRequest } from "@/lib/domains/intake/constants";
import {
	batchExample,
	claimExample,
	claimRequestExample,
	complaintDayExample,
	forceMonthExample,
	importExample,
	liveSessionExample,
	orderLineExample,
	problemExample,
	shopDayExample,
	totalsExample,
} from "@/lib/domains/intake/rules/api-examples";
import { batchAnswer, importAnswer, problem, totalsAnswer } from "@/lib/domains/intake/schema/answers";
import {
	complaintDayRecord,
	forceMonthRecord,
	liveSessionRecord,
	orderLineRecord,
	shopDayRecord,
} from "@/lib/domains/intake/schema/records";
import { claimAnswer, claimAppealRequest, claimRequest } from "@/lib/domains/trust/schema/claims-api";

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { target: "openapi-3.0" });
const content = (schema: z.ZodType, example: object, type = "application/json") => ({
	[type]: { schema: schemaOf(schema), example },
});
const refused = (description: string) => ({
	description,
	content: content(problem, problemExample, "application/problem+json"),
});

const notTaken =
	"Not taken: the Idempotency-Key was used with another body, the source sends facts of another grain, or `detail` names why a claim was not taken.";

const refusals = {
	"400": refused("The body or the query cannot be read; nothing was recorded."),
	"401": refused("No key, or one that is unknown, expired or revoked."),
	"403": refused("The key may not do this."),
};
const failed = { "500": refused("An error on the portal's side; nothing was recorded. Send it again.") };

const idempotencyKey = {
	name: "Idempotency-Key",
	in: "header",
	required: false,
	schema: { type: "string", maxLength: 255 },
	description: "Sent again with the same body, the request gets its first answer and has no second effect.",
};
const language = {
	name: "Accept-Language",
	in: "header",
	required: false,
	schema: { type: "string" },
	description: "`zh` for sentences in Chinese, English otherwise.",
};
const results = {
	name: "results",
	in: "query",
	required: false,
	schema: { type: "string", enum: ["all", "problems"], default: "all" },
	description: "`problems` leaves accepted records out of `results`.",
};

type Writing = {
	operationId: string;
	summary: string;
	scope: (typeof apiScopes)[number];
	record: z.ZodType;
	example: object;
};

function writing({ operationId, summary, scope, record, example }: Writing) {
	return {
		post: {
			operationId,
			tags: ["facts"],
			summary,
			description: `Needs \`${scope}\`. At most ${maxRecordsPerRequest.toLocaleString("en-US")} records and ${maxBodyBytes / 1024 / 1024} MB; larger deliveries are files. One batch: all good records or none.`,
			"x-scope": scope,
			security: [{ key: [] }],
			parameters: [idempotencyKey, results, language],
			requestBody: {
				required: true,
				content: {
					"application/x-ndjson": { schema: schemaOf(record), example },
					"application/json": { schema: schemaOf(z.array(record)), example: [example] },
				},
			},
			responses: {
				"200": {
					description: "Every record with its result; good ones are recorded.",
					content: content(importAnswer, importExample),
				},
				...refusals,
				"409": refused("The same Idempotency-Key is being worked on."),
				"413": refused("Too large."),
				"415": refused("Neither JSON nor NDJSON."),
				"422": refused(notTaken),
				...failed,
				"503": refused("The database cannot be reached; send it again."),
			},
		},
	};
}

const claimNumber = {
	name: "number",
	in: "path",
	required: true,
	schema: { type: "string" },
	description: "`number` of an answer.",
};
const claimRefused = {
	...refusals,
	"404": refused("The source has nothing of this name."),
	"422": refused(notTaken),
	...failed,
};
/** Requests are described as they are sent, before amounts and defaults are read. */
const sent = (schema: z.ZodType, example: object) => ({
	required: true,
	content: {
		"application/json": { schema: z.toJSONSchema(schema, { target: "openapi-3.0", io: "input" }), example },
	},
});

const claimPaths = {
	"/api/v1/claims": {
		post: {
			operationId: "openClaim",
			tags: ["claims"],
			summary: "Open a claim",
			description:
				"Needs `claims:write`. On an order line of the key's own source; screened at once. The same `key` again answers the same claim.",
			"x-scope": "claims:write",
			security: [{ key: [] }],
			parameters: [language],
			requestBody: sent(claimRequest, claimRequestExample),
			responses: {
				"200": { description: "The claim as it was screened.", content: content(claimAnswer, claimExample) },
				...claimRefused,
			},
		},
	},
	"/api/v1/claims/{number}": {
		get: {
			operationId: "readClaim",
			tags: ["claims"],
			summary: "Where a claim stands",
			description: "Needs `claims:read`. Claims on orders of the key's own source.",
			"x-scope": "claims:read",
			security: [{ key: [] }],
			parameters: [claimNumber, language],
			responses: {
				"200": { description: "The claim.", content: content(claimAnswer, claimExample) },
				...claimRefused,
			},
		},
	},
	"/api/v1/claims/{number}/appeal": {
		post: {
			operationId: "appealClaim",
			tags: ["claims"],
			summary: "Appeal a refusal for the buyer",
			description: "Needs `claims:write`. Once a claim, within the time its answer states.",
			"x-scope": "claims:write",
			security: [{ key: [] }],
			parameters: [claimNumber, language],
			requestBody: sent(claimAppealRequest, { statement: "签收记录已补，请复核" }),
			responses: {
				"200": { description: "The claim, its appeal lodged.", content: content(claimAnswer, claimExample) },
				...claimRefused,
			},
		},
	},
};

/** The document of the API, made from the schemas the handlers answer with. `server` is the portal's own address. */
export function describeApi(server: string): Record<string, unknown> {
	return {
		openapi: "3.0.3",
		info: {
			title: "造风者 windmaker facts API",
			version: "1",
			description:
				"Send order facts, monthly metrics, live sessions and complaints exactly once and ask what became of them. Days are Asia/Shanghai, amounts CNY.",
		},
		servers: [{ url: server }],
		tags: [
			{ name: "facts", description: "Send facts." },
			{ name: "claims", description: "Open and follow a buyer's claims under the trust card." },
			{ name: "questions", description: "Ask what became of them." },
		],
		components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
		paths: {
			"/api/v1/orders": writing({
				operationId: "sendOrders",
				summary: "Send order lines",
				scope: "orders:write",
				record: orderLineRecord,
				example: orderLineExample,
			}),
			"/api/v1/shop-days": writing({
				operationId: "sendShopDays",
				summary: "Send shop-day sums",
				scope: "shop-days:write",
				record: shopDayRecord,
				example: shopDayExample,
			}),
			"/api/v1/force-metrics": writing({
				operationId: "sendForceMetrics",
				summary: "Send monthly five-force metrics",
				scope: "force-metrics:write",
				record: forceMonthRecord,
				example: forceMonthExample,
			}),
			"/api/v1/live-sessions": writing({
				operationId: "sendLiveSessions",
				summary: "Send live sessions",
				scope: "live-sessions:write",
				record: liveSessionRecord,
				example: liveSessionExample,
			}),
			"/api/v1/complaints": writing({
				operationId: "sendComplaints",
				summary: "Send complaints",
				scope: "complaints:write",
				record: complaintDayRecord,
				example: complaintDayExample,
			}),
			...claimPaths,
			"/api/v1/batches/{id}": {
				get: {
					operationId: "readBatch",
					tags: ["questions"],
					summary: "What became of a batch",
					description: "Needs `batches:read`. Only batches of the key's own source.",
					"x-scope": "batches:read",
					security: [{ key: [] }],
					parameters: [
						{
							name: "id",
							in: "path",
							required: true,
							schema: { type: "string" },
							description: "`batchId` of an answer.",
						},
						language,
					],
					responses: {
						"200": { description: "Its state and counts.", content: content(batchAnswer, batchExample) },
						...refusals,
						"404": refused("The source has nothing of this name."),
						...failed,
					},
				},
			},
			"/api/v1/totals": {
				get: {
					operationId: "readTotals",
					tags: ["questions"],
					summary: "Totals of the key's own source, from the facts",
					description: "Needs `totals:read`. Amounts are exact decimals, counts are text.",
					"x-scope": "totals:read",
					security: [{ key: [] }],
					parameters: [
						{
							name: "by",
							in: "query",
							required: false,
							schema: { type: "string", enum: ["total", "month", "shop"], default: "total" },
							description: "What the totals are of: everything, each month, or each shop.",
						},
						language,
					],
					responses: {
						"200": { description: "Totals.", content: content(totalsAnswer, totalsExample) },
						...refusals,
						...failed,
					},
				},
			},
		},
	};
}
