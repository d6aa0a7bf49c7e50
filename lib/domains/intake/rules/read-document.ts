/** A field of a record or of an answer, with the path by which it is reached: `results[].code`. */
export type ApiField = { path: string; type: string; required: boolean; description: string };
export type ApiParameter = ApiField & { place: "path" | "query" | "header" };

export type ApiOperation = {
	id: string;
	method: string;
	path: string;
	scope: string;
	summary: string;
	description: string;
	parameters: ApiParameter[];
	/** Null where nothing is sent. */
	request: { types: string[]; fields: ApiField[]; example: unknown } | null;
	answer: { description: string; fields: ApiField[]; example: unknown };
	refusals: { status: string; description: string }[];
};

type Schema = {
	type?: string;
	enum?: string[];
	anyOf?: Schema[];
	items?: Schema;
	properties?: Record<string, Schema>;
	additionalProperties?: boolean | Schema;
	required?: string[];
	description?: string;
	nullable?: boolean;
	maxLength?: number;
	format?: string;
	default?: unknown;
};
type Content = Record<string, { schema: Schema; example?: unknown }>;
type Operation = {
	operationId: string;
	summary: string;
	description: string;
	"x-scope": string;
	parameters: {
		name: string;
		in: ApiParameter["place"];
		required: boolean;
		schema: Schema;
		description: string;
	}[];
	requestBody?: { content: Content };
	responses: Record<string, { description: string; content: Content }>;
};

function typeOf(schema: Schema): string {
	if (schema.enum) return schema.enum.map((value) => `"${value}"`).join(" | ");
	if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(" | ");
	const name = schema.type ?? "any";
	const limit = schema.maxLength ? ` ≤ ${schema.maxLength}` : "";
	const nullable = schema.nullable ? " | null" : "";
	return `${schema.format ?? name}${limit}${nullable}`;
}

function listFields(schema: Schema, before = "", isGiven = true): ApiField[] {
	return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
		const required = isGiven && (schema.required?.includes(name) ?? false);
		const inner = field.type === "array" ? field.items : field;
		const path = `${before}${name}${field.type === "array" ? "[]" : ""}`;
		const { description = "" } = field;
		const own = { path, required, description };
		if (inner?.properties)
			return [
				{ ...own, type: field.type === "array" ? "object[]" : "object" },
				...listFields(inner, `${path}.`, true),
			];
		if (typeof field.additionalProperties === "object")
			return [{ ...own, type: `{ code: ${typeOf(field.additionalProperties)} }` }];
		return [{ ...own, type: typeOf(field) }];
	});
}

function first(content: Content): { schema: Schema; example?: unknown } {
	return Object.values(content)[0] ?? { schema: {} };
}

/** The operations of an OpenAPI document of ours as a person reads them; shapes come from its schemas alone. */
export function readDocument(document: Record<string, unknown>): ApiOperation[] {
	const paths = document.paths as Record<string, Record<string, Operation>>;
	return Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]): ApiOperation => {
			const { "200": done, ...refusals } = operation.responses;
			const sent = operation.requestBody?.content;
			const answer = first(done?.content ?? {});
			return {
				id: operation.operationId,
				method: method.toUpperCase(),
				path,
				scope: operation["x-scope"],
				summary: operation.summary,
				description: operation.description,
				parameters: operation.parameters.map(({ name, in: place, required, schema, description }) => ({
					path: name,
					place,
					required,
					type: typeOf(schema),
					description,
				})),
				request: sent
					? {
							types: Object.keys(sent),
							fields: listFields(first(sent).schema),
							example: first(sent).example,
						}
					: null,
				answer: {
					description: done?.description ?? "",
					fields: listFields(answer.schema),
					example: answer.example,
				},
				refusals: Object.entries(refusals).map(([status, { description }]) => ({ status, description })),
			};
		}),
	);
}

/** The path of a field as a key of messages: `results[].code` is `results_code`. */
export function fieldKey(path: string): string {
	return path.replace(/\[\]/g, "").replace(/[.-]/g, "_");
}

/** Where messages `apidoc.fields` tell of an operation's request and answer. */
export const fieldsOf = {
	sendOrders: { request: "orders", answer: "written" },
	sendShopDays: { request: "shopDays", answer: "written" },
	sendForceMetrics: { request: "forceMetrics", answer: "written" },
	sendLiveSessions: { request: "liveSessions", answer: "written" },
	sendComplaints: { request: "complaints", answer: "written" },
	openClaim: { request: "claims", answer: "claim" },
	readClaim: { request: "", answer: "claim" },
	appealClaim: { request: "claimAppeals", answer: "claim" },
	readBatch: { request: "", answer: "batch" },
	readTotals: { request: "", answer: "totals" },
} as const;
