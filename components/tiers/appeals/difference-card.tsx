import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { AppealDifference, MovedPartner, TierAppealPage } from "@/lib/domains/tiers/types/appeals";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ValueChanges } from "./value-changes";

type Names = ReadonlyMap<string, string>;
type Speaker = Awaited<ReturnType<typeof getTranslations<"tierappeals">>>;

/** What executing the decision again gives, before anybody commits it; of an accepted appeal what was committed. */
export async function DifferenceCard({ appeal, correction, names }: TierAppealPage) {
	const t = await getTranslations("tierappeals");
	if (appeal.difference) {
		return (
			<Card>
				<CardHeader title={t("case.differenceTitle")} description={t("case.differenceStored")} />
				<CardBody>
					<Difference difference={appeal.difference} names={names} />
				</CardBody>
			</Card>
		);
	}
	if (appeal.state !== "OPEN") return null;
	return (
		<Card>
			<CardHeader title={t("case.differenceTitle")} description={t("case.differenceText")} />
			<CardBody className="space-y-5">
				{correction === null ? (
					<Banner tone="warning" title={t("case.gone")}>
						{t("case.goneText")}
					</Banner>
				) : correction.difference ? (
					<>
						<Difference difference={correction.difference} names={names} />
						{correction.opensNotice && <Banner tone="warning">{t("case.noticeAgain")}</Banner>}
					</>
				) : (
					<div className="flex items-start gap-2.5 text-sm">
						<CircleCheck aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-ink-faint" />
						<p>
							<span className="font-medium text-ink">{t("case.nothing")}</span>
							<span className="block max-w-prose text-ink-soft">{t("case.nothingText")}</span>
						</p>
					</div>
				)}
				<Sources partnerId={appeal.partnerId} />
			</CardBody>
		</Card>
	);
}

async function Difference({ difference, names }: { difference: AppealDifference; names: Names }) {
	const t = await getTranslations("tierappeals");
	const { tierBefore, tierAfter, values, others } = difference;
	return (
		<div className="space-y-5">
			<p className="font-semibold text-base text-ink">
				{t("case.tier")}{" "}
				<span className="figure">
					{tierBefore === tierAfter
						? `T${tierBefore} (${t("case.unchanged")})`
						: `T${tierBefore} → T${tierAfter}`}
				</span>
			</p>
			{values.length > 0 && <ValueChanges values={values} label={t("case.values")} />}
			{others.length > 0 ? (
				<Others t={t} others={others} names={names} />
			) : (
				<p className="text-ink-faint text-sm">{t("case.noOthers")}</p>
			)}
		</div>
	);
}

function Others({ others, names, t }: { others: readonly MovedPartner[]; names: Names; t: Speaker }) {
	const rankOf = (rank: number | null) => (rank === null ? t("case.noRank") : t("case.rankValue", { rank }));
	const label = t("case.others", { count: others.length });
	return (
		<section aria-label={label}>
			<h3 className="mb-2 font-medium text-ink text-sm">{label}</h3>
			<div className="max-h-96 overflow-auto rounded-lg border">
				<Table label={label}>
					<TableHeader>
						<TableRow>
							<TableHead>{t("case.partner")}</TableHead>
							<TableHead>{t("case.tier")}</TableHead>
							<TableHead>{t("case.rank")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{others.map((one) => (
							<TableRow key={one.partnerId}>
								<TableRowHead className="max-w-64">
									<Link href={routes.ops.partner(one.partnerId)} className="rounded-sm hover:text-brand-ink">
										{names.get(one.partnerId) ?? one.partnerId}
									</Link>
								</TableRowHead>
								<TableCell className="figure whitespace-nowrap">
									{one.tierBefore === one.tierAfter ? (
										`T${one.tierBefore}`
									) : (
										<strong>{`T${one.tierBefore} → T${one.tierAfter}`}</strong>
									)}
								</TableCell>
								<TableCell className="figure whitespace-nowrap">
									{one.rankBefore === one.rankAfter
										? rankOf(one.rankBefore)
										: `${rankOf(one.rankBefore)} → ${rankOf(one.rankAfter)}`}
								</TableCell>
							</TableRow>
						))}
					</TableBody>
				</Table>
			</div>
		</section>
	);
}

/** The rooms where what a verdict rests on is put right. */
async function Sources({ partnerId }: { partnerId: string }) {
	const t = await getTranslations("tierappeals");
	const rooms = [
		["certificates", routes.ops.certificates()],
		["imports", routes.ops.imports()],
		["bindings", routes.ops.partner(partnerId)],
		["redLines", routes.ops.redLines()],
	] as const;
	return (
		<section aria-labelledby="sources-title">
			<h3 id="sources-title" className="mb-2 font-medium text-ink text-sm">
				{t("case.sources")}
			</h3>
			<ul className="grid gap-2 sm:grid-cols-2">
				{rooms.map(([room, href]) => (
					<li key={room}>
						<Link
							href={href}
							className="block rounded-md border px-3 py-2 text-sm hover:border-brand/50 hover:bg-sunken"
						>
							<span className="font-medium text-brand-ink">{t(`case.source.${room}`)}</span>
							<span className="block text-ink-faint text-xs">{t(`case.source.${room}Hint`)}</span>
						</Link>
					</li>
				))}
			</ul>
		</section>
	);
}
