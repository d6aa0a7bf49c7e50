import type { ChangeRequest } from "@/lib/domains/admission/schema/review";

/** The form paths a request is about: its fields as dotted paths, or its section where it names none. */
export function pathsOfRequest(request: Pick<ChangeRequest, "section" | "fields">): string[] {
	if (request.fields.length === 0) return [request.section];
	return request.fields.map((field) =>
		field.startsWith(`${request.section}.`) ? field : `${request.section}.${field}`,
	);
}

/** Whether a path lies at or inside another: `forces.supply.score` inside `forces.supply`. */
export function isWithin(path: string, outer: string): boolean {
	return path === outer || path.startsWith(`${outer}.`);
}

/** Whether every field a request names has changed; of a whole section any change counts. */
export function isRequestMended(
	request: Pick<ChangeRequest, "section" | "fields">,
	changed: readonly string[],
): boolean {
	return pathsOfRequest(request).every((outer) => changed.some((path) => isWithin(path, outer)));
}
