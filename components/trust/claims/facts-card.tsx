import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { regions } from "@/lib/domains/admission/rules/regions";
import type { LoadedClaim } from "@/lib/domains/trust/types/claim-views";
import type { GoodsClass } from "@/lib/domains/trust/types/claims";
import { formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { fenToDecimal } from "@/lib/platform/money";
import { FactsDialog } from "./facts-dialog";

type Props = Pick<LoadedClaim, "claim" | "isOpen" | "canWork">;

const typed = (fen: bigint | null) => (fen === null || fen === 0n ? null : fenToDecimal(fen));

export function regionOptions(locale: string) {
	return regions.map(({ code, name, nameEn }) => ({ value: code, label: locale === "en" ? nameEn : name }));
}

/** What is known beyond the order line; a fact nobody can prove is said to be unknown. */
export async function FactsCard({ claim, isOpen, canWork }: Props) {
	const [t, locale] = await Promise.all([getTranslations("trustclaims"), getLocale()]);
	const unknown = <span className="text-ink-faint">{t("facts.unknown")}</span>;
	const flag = (value: boolean | null) => (value === null ? unknown : t(value ? "facts.yes" : "facts.no"));
	const money = (fen: bigint | null) =>
		fen === null ? unknown : <span className="figure">{formatFen(fen)}</span>;
	const options = regionOptions(locale);
	const signed = claim.signedOn?.toISOString().slice(0, 10) ?? null;
	const rows = {
		SEVEN_DAY_RETURN: [
			{ term: t("facts.signedOn"), detail: signed ? formatDate(signed, locale) : unknown },
			{
				term: t("facts.goodsClass"),
				detail: claim.goodsClass ? t(`goodsClass.${claim.goodsClass as GoodsClass}`) : unknown,
			},
			{ term: t("facts.isExclusionConfirmed"), detail: flag(claim.isExclusionConfirmed) },
		],
		RETURN_FREIGHT: [
			{ term: t("facts.signedOn"), detail: signed ? formatDate(signed, locale) : unknown },
			{ term: t("facts.freight"), detail: money(claim.freightFen) },
			{
				term: t("facts.region"),
				detail: options.find(({ value }) => value === claim.region)?.label ?? unknown,
			},
			{ term: t("facts.hasCarrierProof"), detail: flag(claim.hasCarrierProof) },
		],
		TENFOLD_COMPENSATION: [
			{ term: t("facts.isCounterfeitEstablished"), detail: flag(claim.isCounterfeitEstablished) },
			{ term: t("facts.isFood"), detail: flag(claim.isFood) },
			{ term: t("facts.outboundFreight"), detail: money(claim.outboundFreightFen) },
		],
		REFUND_WITHOUT_RETURN: [
			{ term: t("facts.signedOn"), detail: signed ? formatDate(signed, locale) : unknown },
		],
	}[claim.guarantee];
	return (
		<Card>
			<CardHeader
				title={t("facts.title")}
				actions={
					isOpen &&
					canWork && (
						<FactsDialog
							claimId={claim.id}
							version={claim.version}
							guarantee={claim.guarantee}
							regions={options}
							facts={{
								...{
									signedOn: signed,
									goodsClass: claim.goodsClass,
									isFood: claim.isFood,
									region: claim.region,
								},
								...{
									isExclusionConfirmed: claim.isExclusionConfirmed,
									hasCarrierProof: claim.hasCarrierProof,
								},
								...{ outboundFreight: typed(claim.outboundFreightFen), freight: typed(claim.freightFen) },
								isCounterfeitEstablished: claim.isCounterfeitEstablished,
							}}
						/>
					)
				}
			/>
			<CardBody>
				<DescriptionList items={rows} columns={2} />
			</CardBody>
		</Card>
	);
}
