import { noteSittingEvent } from "@/lib/domains/certification/mutations/save-answer";
import { sittingEventSchema } from "@/lib/domains/certification/schema/sitting";
import { readSessionToken } from "@/lib/platform/session/cookie";

/** Notes that a candidate left the page or came back. Answers nothing: nothing hangs on it. */
export async function POST(
	request: Request,
	{ params }: { params: Promise<{ id: string }> },
): Promise<Response> {
	const token = await readSessionToken();
	if (!token) return new Response(null, { status: 401 });
	const parsed = sittingEventSchema.safeParse(await request.json().catch(() => null));
	if (!parsed.success) return new Response(null, { status: 400 });
	await noteSittingEvent(token, (await params).id, parsed.data);
	return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
}
