import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { BenefitVersion } from "@/lib/domains/benefits/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { describeBenefit } from "./describe-benefit";
import type { Track } from "./words";

type Props = { versions: readonly BenefitVersion[]; tracks: readonly Track[] };

/** What each version changed against the one before it; `versions` come newest first. */
export async function VersionChanges({ versions, tracks }: Props) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	const said = versions.map(({ benefit, items }) => [
		{ term: t("fields.nameZh"), text: benefit.nameZh },
		{ term: t("fields.nameEn"), text: benefit.nameEn },
		{ term: t("fields.descriptionZh"), text: benefit.descriptionZh },
		{ term: t("fields.descriptionEn"), text: benefit.descriptionEn },
		...describeBenefit(benefit, { tracks, t, locale }),
		{ term: t("fields.items"), text: items.join(locale === "en" ? "; " : "；") || "–" },
	]);
	const changed = versions.slice(0, -1).map((version, at) => ({
		version,
		changes: (said[at] ?? []).flatMap(({ term, text }) => {
			const before = said[at + 1]?.find((line) => line.term === term)?.text ?? "–";
			return before === text ? [] : [{ term, before, text }];
		}),
	}));
	return (
		<Card>
			<CardHeader title={t("versions.title")} description={t("versions.hint")} />
			<CardBody className="space-y-5">
				{changed.map(({ version, changes }) => (
					<section key={version.version}>
						<h3 className="font-medium text-ink text-sm">
							{t("show.version", { version: version.version })}
							<span className="ml-2 font-normal text-ink-faint text-xs">
								{formatDateTime(version.savedAt, locale)} · {version.savedBy}
							</span>
						</h3>
						{changes.length === 0 && <p className="mt-1 text-ink-soft text-sm">{t("versions.same")}</p>}
						<dl className="mt-2 divide-y divide-line text-sm">
							{changes.map(({ term, before, text }) => (
								<div key={term} className="grid gap-x-4 py-2 sm:grid-cols-[10rem_1fr]">
									<dt className="text-ink-soft">{term}</dt>
									<dd className="wrap-anywhere min-w-0">
										<del className="text-ink-faint">{before}</del>{" "}
										<span aria-hidden="true" className="text-ink-faint">
											→
										</span>{" "}
										<ins className="text-ink no-underline">{text}</ins>
									</dd>
								</div>
							))}
						</dl>
					</section>
				))}
			</CardBody>
		</Card>
	);
}
