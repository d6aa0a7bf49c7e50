import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure } from "@/components/ui/figure";
import { Progress } from "@/components/ui/progress";
import { isLive, shareBps } from "@/lib/domains/pools/rules/use";
import type { OwnGrant } from "@/lib/domains/pools/types";
import { formatBps, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { daysBetween } from "@/lib/platform/time";
import { poolName, showAmount, showCompact } from "./words";

type Props = { grants: readonly OwnGrant[]; today: string };

/** Days before its end from which a grant asks for attention. */
const SOON = 14;

/** What the partner was given, what is left of it and until when. */
export async function OwnGrants({ grants, today }: Props) {
	const t = await getTranslations("pools");
	const live = grants.filter((grant) => isLive(grant, today));
	const ended = grants.filter((grant) => !isLive(grant, today));
	return (
		<Card>
			<CardHeader title={t("own.grants")} description={t("own.grantsHint")} />
			{grants.length === 0 ? (
				<EmptyState title={t("own.none")} description={t("own.noneHint")} />
			) : (
				<CardBody className="space-y-4">
					{live.length > 0 ? (
						<GrantCards grants={live} today={today} />
					) : (
						<p className="text-ink-soft text-sm">{t("own.allEnded")}</p>
					)}
					{ended.length > 0 && (
						<details>
							<summary className="cursor-pointer text-brand-ink text-sm">
								{t("own.ended", { count: ended.length })}
							</summary>
							<div className="mt-4">
								<GrantCards grants={ended} today={today} />
							</div>
						</details>
					)}
				</CardBody>
			)}
		</Card>
	);
}

function GrantCards({ grants, today }: Props) {
	return (
		<ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
			{grants.map((grant) => (
				<GrantCard key={grant.id} grant={grant} today={today} />
			))}
		</ul>
	);
}

async function GrantCard({ grant, today }: { grant: OwnGrant; today: string }) {
	const [t, locale] = await Promise.all([getTranslations("pools"), getLocale()]);
	const { unit, open, reserved, spent, expiresOn } = grant;
	const given = open + spent + grant.expired + grant.clawedBack;
	const used = shareBps(spent, given);
	const daysLeft = expiresOn && daysBetween(today, expiresOn);
	const live = isLive(grant, today);
	const ends = expiresOn ? t("own.until", { day: formatDate(expiresOn, locale) }) : t("grants.noEnd");
	return (
		<li className="flex min-w-0 flex-col gap-2 rounded-lg border p-4">
			<div className="flex flex-wrap items-start justify-between gap-2">
				<p className="wrap-anywhere min-w-0 font-medium text-sm">{grant.purpose}</p>
				{!live && <Badge>{t("grants.ended")}</Badge>}
				{live && given === 0n && <Badge tone="info">{t("own.reserved")}</Badge>}
				{live && typeof daysLeft === "number" && daysLeft >= 0 && daysLeft <= SOON && (
					<Badge tone="warning">{t("own.daysLeft", { count: daysLeft + 1 })}</Badge>
				)}
			</div>
			<p className="text-ink-faint text-xs">
				{poolName({ nameZh: grant.poolNameZh, nameEn: grant.poolNameEn }, locale)}
			</p>
			<p className="text-ink-soft text-xs">
				{t(
					live || open === 0n ? (given === 0n && reserved > 0n ? "own.setAside" : "own.left") : "own.lapsed",
				)}
				<span className="block font-semibold text-ink text-xl">
					<Figure value={showCompact(given === 0n ? reserved : open, unit, locale)} />
				</span>
			</p>
			{given > 0n && (
				<>
					<Progress
						label={t("own.used", { share: formatBps(used) })}
						value={used}
						max={10_000}
						valueText={formatBps(used)}
					/>
					<p className="figure text-ink-faint text-xs">
						{t("own.usedOf", { spent: showAmount(spent, unit), given: showAmount(given, unit) })}
					</p>
				</>
			)}
			<p className="mt-auto text-ink-soft text-xs">{ends}</p>
		</li>
	);
}
