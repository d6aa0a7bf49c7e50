import { CopyableId } from "@/components/ui/copyable-id";
import { type DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Figure } from "@/components/ui/figure";
import { ageOn } from "@/lib/domains/admission/rules/company-age";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { normaliseUscc } from "@/lib/domains/admission/rules/uscc";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import { amountFen, day } from "@/lib/domains/admission/schema/fields";
import { formatCompactFen, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { Day } from "@/lib/platform/time";

export type SubmissionFactsProps = {
	form: ApplicationDraft;
	tracks: readonly { code: string; nameZh: string; nameEn: string }[];
	/** The company's age is told as of this day. */
	asOf: Day;
};

/** The stated facts as people read them. */
export async function SubmissionFacts({ form, tracks, asOf }: SubmissionFactsProps) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const { company, people } = form;
	const nameOf = (code: string) => {
		const track = tracks.find((one) => one.code === code);
		return track ? (locale === "en" ? track.nameEn : track.nameZh) : code;
	};
	const founded = day.safeParse(company.foundedOn).data;
	const capital = amountFen.safeParse(company.registeredCapital).data;
	const others = form.tracks.others.map(nameOf).join(locale === "en" ? ", " : "、");
	const facts = (["brandAuthorisations", "contractedStreamers", "facilityProofs"] as const)
		.filter((fact) => form.tracks[fact] !== "")
		.map((fact) => ({ term: t(`fields.tracks.${fact}`), detail: form.tracks[fact] }));
	const uscc = normaliseUscc(company.uscc);
	const items: DescriptionItem[] = [
		{ term: t("fields.company.name"), detail: <Words>{company.name}</Words> },
		{
			term: t("fields.company.uscc"),
			detail: uscc ? <CopyableId value={uscc} label={t("fields.company.uscc")} /> : null,
		},
		{ term: t("fields.company.legalRepresentative"), detail: company.legalRepresentative },
		{
			term: t("fields.company.registeredCapital"),
			detail:
				capital === undefined ? null : (
					<Figure value={formatCompactFen(capital, locale)} unitClassName="text-[1em]" />
				),
		},
		{
			term: t("fields.company.foundedOn"),
			detail: founded
				? t("review.founded", { date: formatDate(founded, locale), ...ageOn(founded, asOf) })
				: null,
		},
		{ term: t("fields.company.region"), detail: nameRegion(company.region, locale) },
		{ term: t("fields.company.address"), detail: <Words>{company.address}</Words>, wide: true },
		{
			term: t("sections.tracks"),
			detail: t("review.tracksAll", {
				primary: nameOf(form.tracks.primary),
				others: others || t("review.noOthers"),
			}),
			wide: true,
		},
		...facts,
		{
			term: t("fields.people.contactName"),
			detail: (
				<span className="figure wrap-anywhere">
					{people.contactName} · {people.contactPhone} · {people.contactEmail}
				</span>
			),
			wide: true,
		},
		{
			term: t("fields.people.staffCount"),
			detail: t("review.staff", {
				total: people.staffCount,
				live: people.livestreamStaffCount,
				service: people.serviceStaffCount,
			}),
			wide: true,
		},
	];
	return <DescriptionList items={items} />;
}

function Words({ children }: { children: string }) {
	return <span className="wrap-anywhere">{children}</span>;
}
