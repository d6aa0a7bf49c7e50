import type { NextRequest } from "next/server";
import { readTrackField, streamTrack } from "@/lib/domains/tiers/data/read-leaderboard";
import { renderBoardHeader, renderBoardRow } from "@/lib/domains/tiers/rules/render-board";
import { getTranslations } from "@/lib/platform/i18n/server";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";

type Params = { params: Promise<{ id: string }> };

const missing = () => new Response(null, { status: 404 });

/** The whole ranking of a track in a run as CSV with exact values, streamed; for everybody but the staff it does not exist. */
export async function GET(request: NextRequest, { params }: Params): Promise<Response> {
	const [session, { id }] = await Promise.all([getSession(), params]);
	if (!session || !isGranted(session.scope, "evaluation.read")) return missing();
	const trackCode = request.nextUrl.searchParams.get("track") ?? "";
	const track = await readTrackField(session.scope, id, trackCode);
	if (!track) return missing();
	const [t, tTiers] = await Promise.all([getTranslations("leaderboard"), getTranslations("tiers")]);
	const steps = streamTrack(session.scope, id, trackCode);
	const encoder = new TextEncoder();
	const words = {
		movement: (movement: Parameters<typeof renderBoardRow>[0]["movement"]) =>
			tTiers(`history.movement.${movement}`),
		zone: (zone: "outranked" | "bottom" | "unranked") => t(`board.zoneName.${zone}`),
	};
	const body = new ReadableStream<Uint8Array>({
		start: (controller) =>
			controller.enqueue(encoder.encode(renderBoardHeader((column) => t(`board.file.${column}`)))),
		async pull(controller) {
			const step = await steps.next();
			if (step.done) return controller.close();
			const text = step.value.map((row) => renderBoardRow(row, track.field, words)).join("");
			controller.enqueue(encoder.encode(text));
		},
		cancel: async () => {
			await steps.return(undefined);
		},
	});
	return new Response(body, {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="ranking-${id}-${trackCode.replace(/[^\w.-]+/g, "_")}.csv"`,
			"cache-control": "private, no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
