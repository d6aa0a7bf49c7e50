import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { Figure } from "@/components/ui/figure";
import { ageOn } from "@/lib/domains/admission/rules/company-age";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { normaliseUscc } from "@/lib/domains/admission/rules/uscc";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import { amountFen, day } from "@/lib/domains/admission/schema/fields";
import type { TrackName } from "@/lib/domains/admission/types";
import { formatCompactFen, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { Day } from "@/lib/platform/time";
import { AskButton } from "./ask-button";

export type FactsCardProps = {
	form: ApplicationDraft;
	tracks: readonly TrackName[];
	asOf: Day;
	canAsk: boolean;
};

const sections = {
	company: ["name", "uscc", "legalRepresentative", "registeredCapital", "foundedOn", "region", "address"],
	tracks: ["primary", "others", "brandAuthorisations", "contractedStreamers", "facilityProofs"],
	people: [
		"contactName",
		"contactPhone",
		"contactEmail",
		"staffCount",
		"livestreamStaffCount",
		"serviceStaffCount",
	],
} as const;
type Section = keyof typeof sections;

/** The stated facts, field by field, each of which can be asked about. */
export async function FactsCard(props: FactsCardProps) {
	const t = await getTranslations("review");
	return (
		<Card>
			<CardHeader title={t("facts.title")} description={props.canAsk ? t("facts.text") : undefined} />
			<CardBody className="space-y-5">
				{(Object.keys(sections) as Section[]).map((section) => (
					<FactSection key={section} section={section} {...props} />
				))}
			</CardBody>
		</Card>
	);
}

async function FactSection({ section, ...props }: FactsCardProps & { section: Section }) {
	const [t, tReview, details] = await Promise.all([
		getTranslations("admission"),
		getTranslations("review"),
		describe(props),
	]);
	const title = t(`sections.${section}`);
	const rows = sections[section].flatMap((name) => {
		const path = `${section}.${name}`;
		const detail = details[path];
		return detail === undefined
			? []
			: [{ path, label: t(`fields.${path}` as "fields.company.name"), detail }];
	});
	return (
		<section aria-label={title}>
			<h3 className="flex items-center justify-between gap-2 border-b pb-1 text-ink-faint text-xs">
				{title}
				<AskButton path={section} field={`${title} · ${tReview("facts.whole")}`} onlyIcon />
			</h3>
			<dl className="grid gap-x-8 md:grid-cols-2">
				{rows.map(({ path, label, detail }) => (
					<div
						key={path}
						className="grid grid-cols-[6.5rem_minmax(0,1fr)_auto] items-start gap-x-3 border-line border-b py-1.5 last:border-b-0 has-[button:focus-visible]:bg-brand-soft/50"
					>
						<dt className="py-0.5 text-ink-faint text-xs leading-5">{label}</dt>
						<dd className="wrap-anywhere min-w-0 text-ink text-sm">{detail ?? "–"}</dd>
						<dd>
							<AskButton path={path} field={label} onlyIcon />
						</dd>
					</div>
				))}
			</dl>
		</section>
	);
}

/** What stands under each path; a path that is left out is not asked of these tracks. */
async function describe({ form, tracks, asOf }: FactsCardProps): Promise<Record<string, ReactNode>> {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const { company, people } = form;
	const nameOf = (code: string) => {
		const track = tracks.find((one) => one.code === code);
		return track ? (locale === "en" ? track.nameEn : track.nameZh) : code;
	};
	const founded = day.safeParse(company.foundedOn).data;
	const capital = amountFen.safeParse(company.registeredCapital).data;
	const uscc = normaliseUscc(company.uscc);
	const facts = (["brandAuthorisations", "contractedStreamers", "facilityProofs"] as const)
		.filter((fact) => form.tracks[fact] !== "")
		.map((fact) => [`tracks.${fact}`, form.tracks[fact]] as const);
	return {
		"company.name": company.name,
		"company.uscc": uscc && <CopyableId value={uscc} label={t("fields.company.uscc")} />,
		"company.legalRepresentative": company.legalRepresentative,
		"company.registeredCapital":
			capital === undefined ? (
				company.registeredCapital
			) : (
				<Figure value={formatCompactFen(capital, locale)} unitClassName="text-[1em]" />
			),
		"company.foundedOn": founded
			? t("review.founded", { date: formatDate(founded, locale), ...ageOn(founded, asOf) })
			: company.foundedOn,
		"company.region": nameRegion(company.region, locale),
		"company.address": company.address,
		"tracks.primary": nameOf(form.tracks.primary),
		"tracks.others":
			form.tracks.others.map(nameOf).join(locale === "en" ? ", " : "、") || t("review.noOthers"),
		...Object.fromEntries(facts),
		...Object.fromEntries(sections.people.map((name) => [`people.${name}`, people[name]])),
	};
}
