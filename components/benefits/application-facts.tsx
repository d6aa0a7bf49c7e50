import { EvidenceList } from "@/components/files/evidence-list";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { ApplicationRecord, BenefitFiles, BenefitUse } from "@/lib/domains/benefits/types";
import { formatDate, formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { showExact } from "./words";

type Props = {
	application: ApplicationRecord;
	uses: readonly BenefitUse[];
	files: BenefitFiles;
	isOps?: boolean;
};

/** An application from its words to what came of it. */
export async function ApplicationFacts({ application: one, uses, files, isOps }: Props) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	const day = (value: string | null) => (value ? formatDate(value, locale) : undefined);
	const decided = one.decidedAt
		? `${one.decidedByName ?? t("application.policy")} · ${formatDateTime(one.decidedAt, locale)}`
		: undefined;
	return (
		<>
			<Card>
				<CardBody className="pt-5">
					<DescriptionList
						columns={3}
						items={[
							...(one.streamer ? [{ term: t("application.streamer"), detail: one.streamer }] : []),
							...(isOps || one.partnerName !== one.organisationName
								? [{ term: t("application.carrier"), detail: one.partnerName ?? undefined }]
								: []),
							{ term: t("application.amount"), detail: showExact(one.unit && one.amount, one.unit) },
							{ term: t("application.spent"), detail: showExact(one.unit && one.spent, one.unit) },
							{ term: t("application.granted"), detail: day(one.grantedOn) },
							{ term: t("application.expires"), detail: day(one.expiresOn) },
							...(isOps && one.firstByName
								? [{ term: t("application.firstBy"), detail: one.firstByName }]
								: []),
							{
								term: t(isOps ? "application.decidedBy" : "application.decidedOn"),
								detail: isOps ? decided : one.decidedAt && formatDateTime(one.decidedAt, locale),
							},
							{
								term: t("application.appliedBy"),
								detail: `${one.createdByName ?? "–"} · ${formatDateTime(one.createdAt, locale)}`,
							},
							{
								term: t("application.statement"),
								detail: <p className="whitespace-pre-wrap">{one.statement}</p>,
								wide: true,
							},
							...(one.reason ? [{ term: t("application.reason"), detail: one.reason, wide: true }] : []),
						]}
					/>
				</CardBody>
			</Card>
			<Card>
				<CardHeader title={t("application.uses")} />
				<CardBody>
					{uses.length === 0 ? (
						<p className="text-ink-soft text-sm">{t("application.noUses")}</p>
					) : (
						<ul className="divide-y">
							{uses.map((use) => (
								<li key={use.id} className="flex flex-wrap gap-x-4 gap-y-1 py-2 text-sm">
									<span className="figure">{formatDate(use.usedOn, locale)}</span>
									{one.unit && <span className="figure font-medium">{showExact(use.amount, one.unit)}</span>}
									<span className="wrap-anywhere w-full text-ink-soft">{use.evidence}</span>
									{use.files > 0 && (
										<div className="w-full pt-1">
											<EvidenceList
												files={files.ofUse[use.id] ?? []}
												label={t("application.proofOf", { day: formatDate(use.usedOn, locale) })}
											/>
										</div>
									)}
								</li>
							))}
						</ul>
					)}
				</CardBody>
			</Card>
			<Effect application={one} files={files} />
		</>
	);
}

async function Effect({ application: { effect }, files }: Pick<Props, "application" | "files">) {
	const t = await getTranslations("benefits");
	return (
		<Card>
			<CardHeader
				title={t("application.effect")}
				description={effect ? t("application.selfReported") : undefined}
			/>
			<CardBody>
				{effect ? (
					<div className="space-y-4">
						<p className="max-w-prose whitespace-pre-wrap text-sm">{effect.done}</p>
						<DescriptionList
							items={[
								{ term: t("application.before"), detail: formatFen(BigInt(effect.gmvBeforeFen)) },
								{ term: t("application.after"), detail: formatFen(BigInt(effect.gmvAfterFen)) },
								...(effect.link
									? [
											{
												term: t("application.link"),
												detail: (
													<a
														href={effect.link}
														target="_blank"
														rel="noreferrer noopener"
														className="wrap-anywhere text-brand-ink underline"
													>
														{effect.link}
													</a>
												),
												wide: true,
											},
										]
									: []),
							]}
						/>
						{files.ofReport.length > 0 && (
							<EvidenceList files={files.ofReport} label={t("application.reportFiles")} />
						)}
					</div>
				) : (
					<p className="text-ink-soft text-sm">{t("application.noEffect")}</p>
				)}
			</CardBody>
		</Card>
	);
}
