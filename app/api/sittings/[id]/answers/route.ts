import { saveAnswer } from "@/lib/domains/certification/mutations/save-answer";
import { saveAnswerSchema } from "@/lib/domains/certification/schema/sitting";
import { readSessionToken } from "@/lib/platform/session/cookie";

const statuses = {
	SIGNED_OUT: 401,
	NOT_FOUND: 404,
	DEVICE_OTHER: 409,
	SITTING_ENDED: 410,
	TOO_LATE: 410,
} as const;
const headers = { "cache-control": "no-store" };

/** Keeps one answer of a running exam; the body is `saveAnswerSchema`, the answer says what was saved and when. */
export async function POST(
	request: Request,
	{ params }: { params: Promise<{ id: string }> },
): Promise<Response> {
	const token = await readSessionToken();
	if (!token) return Response.json({ ok: false, reason: "SIGNED_OUT" }, { status: 401, headers });
	const parsed = saveAnswerSchema.safeParse(await request.json().catch(() => null));
	if (!parsed.success) return Response.json({ ok: false, reason: "INPUT_INVALID" }, { status: 400, headers });
	const saved = await saveAnswer(token, (await params).id, parsed.data);
	return Response.json(saved, { status: saved.ok ? 200 : statuses[saved.reason], headers });
}
