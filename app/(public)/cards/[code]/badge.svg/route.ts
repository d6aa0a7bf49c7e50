import { createHash } from "node:crypto";
import { loadPublicCard } from "@/lib/domains/trust/loaders/card";
import { drawBadge } from "@/lib/domains/trust/rules/card/badge";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { findForeignRequest, guardedHeaders } from "@/lib/platform/session/guard-route";

type Context = { params: Promise<{ code: string }> };

/** What other sites may keep: for a minute as it is, for an hour while a newer one is fetched. */
const CACHE = "public, max-age=60, stale-while-revalidate=3600";

/** The badge of a shop's card as a picture any site may show; 404 for a shop nobody knows. `?lang=en` speaks English. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
	const foreign = findForeignRequest(request);
	if (foreign) return foreign;
	const card = await loadPublicCard(decodeURIComponent((await params).code));
	if (!card)
		return new Response(null, { status: 404, headers: { ...guardedHeaders(), "cache-control": CACHE } });
	const locale = new URL(request.url).searchParams.get("lang") === "en" ? "en" : "zh-CN";
	const [t, rules] = await Promise.all([
		createTranslations(locale, "trustcard"),
		createTranslations(locale, "trustrules"),
	]);
	const held = card.lines.map(({ guarantee }) => rules(`guarantee.${guarantee}`));
	const words = held.length > 0 ? held.join(" · ") : t("badge.nothing");
	const svg = drawBadge({ label: t("badge.label"), words, isHeld: held.length > 0 });
	const etag = `"${createHash("sha256").update(svg).digest("base64url").slice(0, 22)}"`;
	const headers = {
		...guardedHeaders(),
		...{ "cache-control": CACHE, etag, "cross-origin-resource-policy": "cross-origin" },
	};
	const known = request.headers.get("if-none-match")?.split(",") ?? [];
	// A cache on the way may have weakened the mark.
	if (known.some((one) => one.trim().replace(/^W\//, "") === etag))
		return new Response(null, { status: 304, headers });
	return new Response(svg, { headers: { ...headers, "content-type": "image/svg+xml; charset=utf-8" } });
}
