import { Badge } from "@/components/ui/badge";
import type { BrandRequestState, OwnBrandRequest } from "@/lib/domains/playbook/types/brand-requests";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

const tones = { OPEN: "info", ACCEPTED: "success", REFUSED: "danger", WITHDRAWN: "neutral" } as const;

export async function RequestBadge({ state }: { state: BrandRequestState }) {
	const t = await getTranslations("brandrequests");
	return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}

/** Where a request stands, for the one who asked. */
export async function RequestState({ request }: { request: OwnBrandRequest }) {
	const [t, locale] = await Promise.all([getTranslations("brandrequests"), getLocale()]);
	const { name, kind, category, email, state, createdAt, decidedAt } = request;
	return (
		<article className="rounded-lg border bg-surface px-5 py-4">
			<div className="flex flex-wrap items-center justify-between gap-2">
				<h2 className="wrap-anywhere font-semibold text-ink">{name}</h2>
				<RequestBadge state={state} />
			</div>
			<p className="mt-0.5 text-ink-faint text-xs">
				{t(`kind.${kind}`)} · {category} · {t("own.askedOn", { day: formatDate(createdAt, locale) })}
				{decidedAt && ` · ${t("own.decidedOn", { day: formatDate(decidedAt, locale) })}`}
			</p>
			<p className="wrap-anywhere mt-3 text-ink-soft text-sm">{t(`own.${state}`, { email })}</p>
			<RequestReasons request={request} />
		</article>
	);
}

/** Why a request was refused, in the reader's language and in the words that were written. */
export async function RequestReasons({
	request,
}: {
	request: Pick<OwnBrandRequest, "reasonCodes" | "reason">;
}) {
	const t = await getTranslations("brandrequests");
	const { reasonCodes, reason } = request;
	if (reasonCodes.length === 0) return null;
	return (
		<>
			<ul className="mt-2 list-disc space-y-0.5 pl-5 text-ink text-sm">
				{reasonCodes.map((code) => (
					<li key={code}>{t(`reason.${code}`)}</li>
				))}
			</ul>
			{reason && <p className="wrap-anywhere mt-2 whitespace-pre-line text-ink text-sm">{reason}</p>}
		</>
	);
}
