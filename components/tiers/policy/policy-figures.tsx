"use client";

import { useTranslations } from "use-intl";
import { usePolicySpeech } from "@/components/tiers/policy/use-policy-speech";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { type PolicyFigure, policyFigures, readFigure } from "@/lib/domains/tiers/rules/compare-policies";
import {
	figureInWords,
	figureKey,
	lineInWords,
	shareInWords,
	tierInWords,
	trackInWords,
} from "@/lib/domains/tiers/rules/policy-words";
import { resolveTrackPolicy } from "@/lib/domains/tiers/rules/resolve-track-policy";
import type { TierPolicy, TrackTierPolicy } from "@/lib/domains/tiers/schema";
import type { TrackName } from "@/lib/domains/tiers/types";

const figuresOf = (prefix: string) => policyFigures.filter((figure) => figure.startsWith(prefix));
const windowFigures = policyFigures.filter((figure) => !figure.includes("."));

type Props = { policy: TierPolicy; tracks: readonly TrackName[] };

/** Windows, race, movement and red lines of a policy, then what single tracks have of their own. */
export function PolicyFigures({ policy, tracks }: Props) {
	const t = useTranslations("policylab");
	const speech = usePolicySpeech({ tracks, tiers: policy.tiers });
	const common = resolveTrackPolicy(policy, "");
	const rows = (figures: readonly PolicyFigure[], of: TrackTierPolicy = common) =>
		figures.map((figure) => ({
			term: speech.t(figureKey(figure)),
			detail: figureInWords(speech, figure, readFigure(of, figure)),
		}));
	const kinds = policy.redLines.recordKinds.map((kind) => t(`words.record.${kind}`));
	const records = {
		term: t("words.recordKinds"),
		detail: kinds.join(speech.locale === "en" ? ", " : "、") || t("words.none"),
	};
	const measure = { term: t("words.measureName"), detail: t(`words.measure.${policy.gmvMeasure}`) };
	const shares = policy.tiers
		.filter((tier) => tier.raceShareBps !== null)
		.map((tier) => ({
			term: `${tierInWords(speech, tier.level)} · ${t("words.share")}`,
			detail: t("words.topShare", { share: shareInWords(tier.raceShareBps ?? 0) }),
		}));
	return (
		<Card>
			<CardBody className="grid gap-x-10 gap-y-7 pt-5 lg:grid-cols-2">
				<Part title={t("overview.windows")} items={[measure, ...rows(windowFigures)]} />
				<Part title={t("overview.redLines")} items={[records, ...rows(figuresOf("redLines."))]} />
				<Part title={t("overview.race")} items={[...shares, ...rows(figuresOf("race."))]} />
				<Part title={t("overview.movement")} items={rows(figuresOf("movement."))} />
			</CardBody>
		</Card>
	);
}

function Part({ title, items }: { title: string; items: { term: string; detail: string }[] }) {
	return (
		<section>
			<h3 className="mb-3 font-semibold text-ink text-sm">{title}</h3>
			<DescriptionList columns={2} items={items} />
		</section>
	);
}

/** What single tracks have of their own, each line in words. */
export function TrackRules({ policy, tracks }: Props) {
	const t = useTranslations("policylab");
	const speech = usePolicySpeech({ tracks, tiers: policy.tiers });
	const own = Object.entries(policy.trackOverrides).filter(([, rules]) => Object.keys(rules).length > 0);
	return (
		<Card>
			<CardHeader
				title={t("overview.tracks")}
				description={own.length === 0 ? t("overview.noTracks") : undefined}
			/>
			{own.length > 0 && (
				<CardBody className="space-y-4">
					{own.map(([code, rules]) => (
						<section key={code}>
							<h3 className="font-semibold text-ink text-sm">{trackInWords(speech, code)}</h3>
							<ul className="mt-2 flex flex-wrap gap-2">
								{rules.tiers?.map((tier) => (
									<li key={tier.level}>
										<Badge tone="brand" className="whitespace-normal">
											{tierInWords(speech, tier.level)}
											{tier.criteria &&
												` · ${tier.criteria.map((one) => `${t(`words.metric.${one.metric}`)} ${lineInWords(speech, one.metric, one)}`).join(" · ")}`}
											{tier.raceShareBps !== undefined &&
												` · ${tier.raceShareBps === null ? t("words.noLimit") : t("words.topShare", { share: shareInWords(tier.raceShareBps) })}`}
										</Badge>
									</li>
								))}
								{(["race", "movement"] as const).flatMap((part) =>
									rules[part]
										? figuresOf(`${part}.`).map((figure) => (
												<li key={figure}>
													<Badge>
														{speech.t(figureKey(figure))}{" "}
														{figureInWords(
															speech,
															figure,
															readFigure(resolveTrackPolicy(policy, code), figure),
														)}
													</Badge>
												</li>
											))
										: [],
								)}
							</ul>
						</section>
					))}
				</CardBody>
			)}
		</Card>
	);
}
