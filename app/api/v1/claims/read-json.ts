import type { z } from "zod";
import { refuseRequest } from "../answer";

const MOST_BYTES = 64 * 1024;

/** The body in its form, or the refusal that names the first field at fault. */
export async function readJson<S extends z.ZodType>(
	request: Request,
	schema: S,
): Promise<{ ok: true; value: z.output<S> } | { ok: false; response: Response }> {
	const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
	const refused = async (response: Promise<Response>) => ({ ok: false as const, response: await response });
	if (type !== "application/json")
		return refused(refuseRequest(request, "MEDIA_TYPE_UNKNOWN", { detail: type }));
	const text = await request.text();
	if (text.length > MOST_BYTES) return refused(refuseRequest(request, "BODY_TOO_LARGE"));
	const parsed = schema.safeParse(parse(text));
	if (parsed.success) return { ok: true, value: parsed.data };
	const [issue] = parsed.error.issues;
	const detail = `${issue?.path.join(".") || "body"}: ${issue?.message ?? ""}`;
	return refused(refuseRequest(request, "BODY_INVALID", { detail }));
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
