import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { StatCard } from "@/components/ui/stat-card";
import type { LastCheck, LogState } from "@/lib/domains/decisions/types";
import { formatCount, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { describePlace } from "./decision-words";
import { VerifyLog } from "./verify-log";

/** Where the log ends: how much is sealed, what waits, and since when. */
export async function LogFigures({ state }: { state: LogState }) {
	const [t, locale] = await Promise.all([getTranslations("decisions"), getLocale()]);
	return (
		<div className="grid gap-4 sm:grid-cols-3">
			<StatCard
				label={t("stats.sealed")}
				value={formatCount(state.entries)}
				note={t("stats.sealedNote", { count: state.blocks })}
				explanation={t("stats.sealedWhy")}
			/>
			<StatCard
				label={t("stats.waiting")}
				value={formatCount(state.waiting)}
				note={t("stats.waitingNote")}
				explanation={t("stats.waitingWhy")}
			/>
			<StatCard
				label={t("stats.last")}
				value={state.sealedAt ? formatDateTime(state.sealedAt, locale) : t("stats.never")}
				explanation={t("stats.lastWhy")}
			/>
		</div>
	);
}

/** The head to keep, and the verification of everything before it. */
export async function LogProof({ state, lastCheck }: { state: LogState; lastCheck: LastCheck | null }) {
	const t = await getTranslations("decisions");
	return (
		<div className="grid gap-4 lg:grid-cols-2">
			<Card>
				<CardHeader title={t("verify.title")} description={t("verify.description")} />
				<CardBody className="space-y-4">
					<VerifyLog />
					<LastResult check={lastCheck} />
				</CardBody>
			</Card>
			<Card>
				<CardHeader title={t("head.title")} description={t("head.hint")} />
				<CardBody>
					{state.blocks === 0 ? (
						<p className="text-ink-faint text-sm">{t("head.empty")}</p>
					) : (
						<div className="wrap-anywhere rounded-md bg-sunken px-3 py-2">
							<CopyableId value={state.head} label={t("head.title")} className="items-start" />
						</div>
					)}
					<p className="mt-3 text-ink-faint text-xs">{t("downloadHint")}</p>
				</CardBody>
			</Card>
		</div>
	);
}

async function LastResult({ check }: { check: LastCheck | null }) {
	const [t, locale] = await Promise.all([getTranslations("decisions"), getLocale()]);
	if (!check) return <p className="text-ink-faint text-xs">{t("verify.never")}</p>;
	const by = /[:]/.test(check.startedBy) ? t("verify.nightly") : check.startedBy;
	return (
		<p className="text-ink-soft text-xs">
			{t("verify.last", { by, at: formatDateTime(check.finishedAt, locale) })}
			{" · "}
			{check.fault ? (
				<span className="text-danger-ink">
					{t("verify.broken")}: {describePlace(check.fault, t)}
				</span>
			) : (
				<span className="text-success-ink">{t("verify.whole")}</span>
			)}
		</p>
	);
}
